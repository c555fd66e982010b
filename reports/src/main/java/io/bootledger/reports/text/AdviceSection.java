package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.advice.Advice;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What to do: of each sort of advice the first, which is the one that saves most. */
final class AdviceSection {
    private static final int SHOWN = 3;

    static void write(BootAnalysis boot, Page page) {
        if (boot.advice().isEmpty()) {
            return;
        }
        Map<String, List<Advice>> byCode = boot.advice().stream()
                .collect(Collectors.groupingBy(Advice::code, LinkedHashMap::new, Collectors.toList()));
        page.title(EndingSentence.of(boot).ink() == Ink.BAD ? "What to do once it comes up" : "What to do");
        byCode.values().stream().limit(SHOWN).forEach(same -> write(same, page));
        if (byCode.size() > SHOWN) {
            page.note("also: "
                    + String.join(", ", byCode.keySet().stream().skip(SHOWN).toList()) + ".");
        }
    }

    private static void write(List<Advice> same, Page page) {
        Advice first = same.get(0);
        int more = same.size() - 1;
        page.paragraph(
                "> ", first.title() + (more == 0 ? "" : " " + more + " more (" + first.code() + ")."), Ink.PLAIN);
        page.paragraph("  ", first.solution(), Ink.GOOD);
    }

    private AdviceSection() {}
}

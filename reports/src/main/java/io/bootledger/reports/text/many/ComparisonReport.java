package io.bootledger.reports.text.many;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.KernelChange;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.reports.ComparisonWords;
import io.bootledger.reports.HandoverWords;
import io.bootledger.reports.text.MisbehaviourSection;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.reports.text.page.TextTable;
import java.util.List;

/** Two sets of boots beside each other: its first line is the answer, the rest is what it rests on. */
public final class ComparisonReport {
    private interface Section {
        /** Writes nothing where the comparison has nothing to say. */
        void write(Comparison comparison, Page page);
    }

    private static final List<Section> SECTIONS = List.of(
            ComparisonReport::caveats,
            ComparisonReport::kernels,
            WaterfallSection::write,
            ModuleChangeSection::write,
            PresenceSection::write,
            MisbehaviourSection::write,
            PartChangeSection::write);

    /** Lines ended by {@code \n}. */
    public static String of(Comparison comparison, TextLayout layout) {
        Page page = new Page(layout);
        page.whole(ComparisonWords.headline(comparison), Ink.TITLE);
        SECTIONS.forEach(section -> section.write(comparison, page));
        return page.toString();
    }

    private static void caveats(Comparison comparison, Page page) {
        String unlike = ComparisonWords.unlike(comparison);
        if (!unlike.isEmpty()) {
            page.paragraph("! ", unlike, Ink.CAREFUL);
        }
        comparison.limits().forEach(limit -> page.paragraph("! ", limit, Ink.CAREFUL));
        comparison
                .leftOut()
                .forEach(boot -> page.paragraph(
                        "! ",
                        "left out: " + (boot.candidate() ? "candidate " : "baseline ") + boot.boot() + ": "
                                + boot.why(),
                        Ink.CAREFUL));
    }

    private static void kernels(Comparison comparison, Page page) {
        KernelChange kernels = comparison.kernels();
        TextTable table = new TextTable().left("").elastic("");
        sides(table, "boots", boots(comparison.baseline()), boots(comparison.candidate()));
        sides(table, "kernel", kernels.baselineReleases(), kernels.candidateReleases());
        fact(table, "counted", HandoverWords.until(comparison.handovers()));
        sides(table, "machine", kernels.baselineMachines(), kernels.candidateMachines());
        fact(table, "options +", String.join(" ", kernels.wordsAdded()));
        fact(table, "options -", String.join(" ", kernels.wordsRemoved()));
        page.title("What was booted");
        page.table(table);
        if (comparison.speed() != null) {
            page.note("the machine as a whole: " + ComparisonWords.speed(comparison.speed()));
        }
    }

    private static List<String> boots(List<ComparedBoot> boots) {
        String first = boots.get(0).measures().boot();
        return List.of(boots.size() == 1 ? first : boots.size() + " boots, first " + first);
    }

    private static void sides(TextTable table, String what, List<String> before, List<String> after) {
        String baseline = before.isEmpty() ? "unknown" : String.join(", ", before);
        String candidate = after.isEmpty() ? "unknown" : String.join(", ", after);
        fact(table, what, baseline.equals(candidate) ? baseline : baseline + " -> " + candidate);
    }

    private static void fact(TextTable table, String what, String text) {
        if (!text.isEmpty()) {
            table.row(Cell.of(what, Ink.FAINT), Cell.of(text));
        }
    }

    private ComparisonReport() {}
}

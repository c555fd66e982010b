package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.Wording;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What failed, with the log lines that may say why; what only looks like it in a sentence, and absent hardware counted. */
final class FailureSection {
    private static final int SHOWN = 8;
    private static final int NEARBY = 2;

    static void write(BootAnalysis boot, Page page) {
        if (boot.failures().isEmpty()) {
            return;
        }
        page.title("Failures");
        Set<Long> shown = new HashSet<>();
        List<Failure> real = boot.failures().stream()
                .filter(failure -> failure.severity().compareTo(Severity.REAL) <= 0)
                .toList();
        real.stream().limit(SHOWN).forEach(failure -> write(failure, page, shown));
        if (real.size() > SHOWN) {
            page.note("… and " + (real.size() - SHOWN) + " more.");
        }
        suspicious(of(boot, Severity.SUSPICIOUS), page);
        absent(of(boot, Severity.ABSENT), page);
    }

    private static List<Failure> of(BootAnalysis boot, Severity severity) {
        return boot.failures().stream()
                .filter(failure -> failure.severity() == severity)
                .toList();
    }

    private static void write(Failure failure, Page page, Set<Long> shown) {
        page.paragraph(
                "! ",
                failure.kind() + " " + Wording.name(failure.name(), failure.module())
                        + (failure.returnValue() == null ? "" : " returned " + value(failure)) + " (line "
                        + failure.line() + "): " + failure.explanation(),
                Ink.BAD);
        failure.nearby().stream()
                .filter(near -> shown.add(near.line()))
                .limit(NEARBY)
                .forEach(near -> page.line("      " + near.line() + ": " + near.text(), Ink.FAINT));
    }

    /** By reason, since many often share one. */
    private static void suspicious(List<Failure> failures, Page page) {
        Map<String, List<Failure>> byReason = failures.stream()
                .limit(SHOWN)
                .collect(Collectors.groupingBy(Failure::explanation, LinkedHashMap::new, Collectors.toList()));
        byReason.forEach((reason, same) -> page.paragraph(
                "? ",
                "perhaps: " + same.stream().map(FailureSection::brief).collect(Collectors.joining(", ")) + ": " + reason
                        + ".",
                Ink.CAREFUL));
        if (failures.size() > SHOWN) {
            page.note("… and " + (failures.size() - SHOWN) + " more that may be none.");
        }
    }

    private static String brief(Failure failure) {
        return Wording.name(failure.name(), failure.module())
                + (failure.returnValue() == null ? "" : " " + value(failure)) + " (line " + failure.line() + ")";
    }

    private static void absent(List<Failure> failures, Page page) {
        if (failures.isEmpty()) {
            return;
        }
        Map<String, Integer> byErrno = new TreeMap<>();
        failures.forEach(
                failure -> byErrno.merge(failure.errno() == null ? "other" : failure.errno(), 1, Integer::sum));
        List<String> counts = byErrno.entrySet().stream()
                .map(entry -> entry.getKey() + " ×" + entry.getValue())
                .toList();
        page.note(failures.size() + " found no hardware to drive, or were not asked for, which is harmless: "
                + String.join(", ", counts) + ".");
    }

    private static String value(Failure failure) {
        return failure.returnValue() + (failure.errno() == null ? "" : " " + failure.errno());
    }

    private FailureSection() {}
}

package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.failures.Failure.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
                failure.kind() + " " + Words.name(failure.name(), failure.module())
                        + (failure.returnValue() == null ? "" : " returned " + value(failure)) + " (line "
                        + failure.line() + "): " + failure.explanation(),
                Ink.BAD);
        failure.nearby().stream()
                .filter(near -> shown.add(near.line()))
                .limit(NEARBY)
                .forEach(near -> page.line("      " + near.line() + ": " + near.text(), Ink.FAINT));
    }

    private static void suspicious(List<Failure> failures, Page page) {
        if (failures.isEmpty()) {
            return;
        }
        List<String> names = failures.stream()
                .limit(SHOWN)
                .map(failure -> Words.name(failure.name(), failure.module())
                        + (failure.returnValue() == null ? "" : " " + value(failure)) + " (line " + failure.line()
                        + ")")
                .toList();
        int rest = failures.size() - names.size();
        page.paragraph(
                "? ",
                "perhaps: " + String.join(", ", names) + (rest == 0 ? "." : " and " + rest + " more."),
                Ink.CAREFUL);
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
        page.note(
                failures.size() + " found no hardware to drive, which is harmless: " + String.join(", ", counts) + ".");
    }

    private static String value(Failure failure) {
        return failure.returnValue() + (failure.errno() == null ? "" : " " + failure.errno());
    }

    private FailureSection() {}
}

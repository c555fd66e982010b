package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.failures.Failure.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What failed, with the log lines that may say why; absent hardware is only counted. */
final class FailureSection {
    private static final int SHOWN = 8;
    private static final int NEARBY = 2;

    static void write(BootAnalysis boot, Page page) {
        if (boot.failures().isEmpty()) {
            return;
        }
        List<Failure> worth = boot.failures().stream()
                .filter(failure -> failure.severity() != Severity.ABSENT)
                .toList();
        List<Failure> absent = boot.failures().stream()
                .filter(failure -> failure.severity() == Severity.ABSENT)
                .toList();
        page.title("Failures");
        Set<Long> shown = new HashSet<>();
        worth.stream().limit(SHOWN).forEach(failure -> write(failure, page, shown));
        if (worth.size() > SHOWN) {
            page.note("… and " + (worth.size() - SHOWN) + " more.");
        }
        if (!absent.isEmpty()) {
            page.note(absent(absent));
        }
    }

    private static void write(Failure failure, Page page, Set<Long> shown) {
        String returned = failure.returnValue() == null
                ? ""
                : " returned " + failure.returnValue() + (failure.errno() == null ? "" : " " + failure.errno());
        String name = Words.name(failure.name(), failure.module());
        page.paragraph(
                failure.severity() == Severity.SUSPICIOUS ? "? " : "! ",
                failure.kind() + " " + name + returned + " (line " + failure.line() + ")",
                failure.severity() == Severity.SUSPICIOUS ? Ink.CAREFUL : Ink.BAD);
        page.paragraph("  ", failure.explanation(), Ink.PLAIN);
        failure.nearby().stream()
                .filter(near -> shown.add(near.line()))
                .limit(NEARBY)
                .forEach(near -> page.line("      " + near.line() + ": " + near.text(), Ink.FAINT));
    }

    private static String absent(List<Failure> absent) {
        Map<String, Integer> byErrno = new TreeMap<>();
        absent.forEach(failure -> byErrno.merge(failure.errno() == null ? "other" : failure.errno(), 1, Integer::sum));
        List<String> counts = byErrno.entrySet().stream()
                .map(entry -> entry.getKey() + " ×" + entry.getValue())
                .toList();
        return absent.size() + " found no hardware to drive, which is harmless: " + String.join(", ", counts) + ".";
    }

    private FailureSection() {}
}

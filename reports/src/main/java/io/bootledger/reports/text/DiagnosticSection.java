package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What to know before believing the numbers: one paragraph per kind and sentence, the gravest first. */
public final class DiagnosticSection {
    private static final int LINES = 6;
    private static final int SENTENCES = 6;

    public static void write(BootAnalysis boot, Page page) {
        Map<String, List<Diagnostic>> byCode = new LinkedHashMap<>();
        boot.diagnostics().stream()
                .sorted(Comparator.comparing(Diagnostic::severity).reversed())
                .forEach(diagnostic -> byCode.computeIfAbsent(diagnostic.code(), code -> new ArrayList<>())
                        .add(diagnostic));
        if (!byCode.isEmpty()) {
            page.title("About this log");
            byCode.values().forEach(same -> write(same, page));
        }
    }

    private static void write(List<Diagnostic> same, Page page) {
        Map<String, List<Diagnostic>> byText = new LinkedHashMap<>();
        same.forEach(diagnostic -> byText.computeIfAbsent(diagnostic.text(), text -> new ArrayList<>())
                .add(diagnostic));
        Diagnostic first = same.get(0);
        byText.entrySet().stream()
                .limit(SENTENCES)
                .forEach(said -> page.paragraph(mark(first), said.getKey() + lines(said.getValue()), ink(first)));
        List<Diagnostic> others =
                byText.values().stream().skip(SENTENCES).flatMap(List::stream).toList();
        if (!others.isEmpty()) {
            page.paragraph(mark(first), "… and " + others.size() + " more like these" + lines(others), ink(first));
        }
    }

    private static String lines(List<Diagnostic> same) {
        List<String> numbers = same.stream()
                .map(Diagnostic::line)
                .filter(Objects::nonNull)
                .map(line -> Long.toString(line))
                .toList();
        if (numbers.isEmpty()) {
            return "";
        }
        int rest = numbers.size() - LINES;
        return (numbers.size() == 1 ? " (line " : " (lines ")
                + String.join(", ", numbers.subList(0, Math.min(LINES, numbers.size())))
                + (rest > 0 ? " and " + rest + " more)" : ")");
    }

    private static String mark(Diagnostic diagnostic) {
        return switch (diagnostic.severity()) {
            case INFO -> "- ";
            case WARNING -> "? ";
            case ERROR -> "! ";
        };
    }

    private static Ink ink(Diagnostic diagnostic) {
        return switch (diagnostic.severity()) {
            case INFO -> Ink.PLAIN;
            case WARNING -> Ink.CAREFUL;
            case ERROR -> Ink.BAD;
        };
    }

    private DiagnosticSection() {}
}

package io.bootledger.reports.text.many;

import io.bootledger.analyzer.explain.Answer;
import io.bootledger.analyzer.explain.Figure;
import io.bootledger.analyzer.explain.Summand;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.ExplainedAnswer;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.RecordedEvent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What stands behind the numbers of a row of the report: its lines, and each number with its rule and its parts. */
public final class AnswerReport {
    private static final int MOST_LINES = 12;
    private static final int MOST_PARTS = 15;
    private static final int MOST_NUMBERS = 4;

    private final ExplainedAnswer explained;
    private final Answer answer;
    private final Page page;

    private AnswerReport(ExplainedAnswer explained, Page page) {
        this.explained = explained;
        this.answer = explained.answer();
        this.page = page;
    }

    /** The report on one row, lines ended by {@code \n}. */
    public static String of(ExplainedAnswer explained, TextLayout layout) {
        Page page = new Page(layout);
        AnswerReport report = new AnswerReport(explained, page);
        page.line(report.answer.words() + ", in " + explained.source(), Ink.TITLE);
        report.lines();
        report.answer.figures().stream().filter(figure -> !figure.isNoDoubt()).forEach(report::figure);
        if (report.answer.doubt() != null) {
            page.paragraph("in doubt  ", report.answer.doubt().words(), Ink.PLAIN);
        }
        return page.toString();
    }

    private void lines() {
        List<Long> lines = answer.lines();
        lines.stream().limit(MOST_LINES).forEach(this::line);
        if (lines.size() > MOST_LINES) {
            page.line("and " + Wording.counted(lines.size() - MOST_LINES, "more line", "more lines"), Ink.FAINT);
        }
        if (answer.whyNoLines() != null) {
            page.line(answer.whyNoLines(), Ink.FAINT);
        }
        page.line("", Ink.PLAIN);
    }

    private void line(long number) {
        RecordedEvent event = explained.event(number);
        LogText text = event == null ? null : event.origin().text();
        page.paragraph(
                number + "  ",
                text != null ? text.toString().strip() : "its text is not kept",
                text != null ? Ink.PLAIN : Ink.FAINT);
    }

    private void figure(Figure figure) {
        page.paragraph(label(figure) + "  ", value(figure) + ": " + figure.rule(), Ink.PLAIN);
        if (!figure.parts().isEmpty()) {
            parts(figure);
        }
    }

    /** A name in microseconds loses its unit, since the value has one. */
    private static String label(Figure figure) {
        return isTime(figure)
                ? figure.name().replaceFirst("_?us$", "").replace('_', ' ').strip()
                : figure.name();
    }

    private static boolean isTime(Figure figure) {
        return figure.name().equals("us") || figure.name().endsWith("_us");
    }

    private static String value(Figure figure) {
        return figure.value() == null ? "unknown" : shown(figure, figure.value());
    }

    private static String shown(Figure figure, long value) {
        if (!isTime(figure)) {
            return Long.toString(value);
        }
        return value < 0 ? "-" + DurationText.exactMillis(-value) + " ms" : DurationText.exactMillis(value) + " ms";
    }

    private void parts(Figure figure) {
        TextTable table = new TextTable().left("").right("").elastic("").left("");
        List<Summand> largest = figure.parts().stream()
                .sorted(Comparator.comparingLong((Summand part) -> Math.abs(part.value()))
                        .reversed())
                .toList();
        largest.stream().limit(MOST_PARTS).forEach(part -> row(table, figure, part.value(), part.what(), lines(part)));
        if (largest.size() > MOST_PARTS) {
            List<Summand> rest = largest.subList(MOST_PARTS, largest.size());
            long sum = rest.stream().mapToLong(Summand::value).sum();
            row(table, figure, sum, "and " + rest.size() + " more", "");
        }
        if (largest.size() > 1 && figure.value() != null) {
            row(table, figure, figure.value(), "= " + (label(figure).isEmpty() ? "in all" : label(figure)), "");
        }
        page.table(table);
        page.line("", Ink.PLAIN);
    }

    private static void row(TextTable table, Figure figure, long value, String what, String lines) {
        table.row(Cell.of(""), Cell.of(shown(figure, value)), Cell.of(what), Cell.of(lines, Ink.FAINT));
    }

    private static String lines(Summand part) {
        List<Long> lines = part.lines();
        String numbers = lines.stream().limit(MOST_NUMBERS).map(String::valueOf).collect(Collectors.joining(", "));
        return switch (lines.size()) {
            case 0 -> "";
            case 1 -> "line " + numbers;
            default -> "lines " + numbers + (lines.size() > MOST_NUMBERS ? " ..." : "");
        };
    }
}

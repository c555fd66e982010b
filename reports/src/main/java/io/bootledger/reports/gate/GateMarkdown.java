package io.bootledger.reports.gate;

import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.HandoverWords;
import java.util.List;

/** The verdict as Markdown for a pull request or a job summary. It never grows beyond what GitHub takes for a comment. */
public final class GateMarkdown {
    /** A comment holds 65,536 characters. */
    static final int LONGEST = 65_000;

    private static final int ROWS = 100;

    private GateMarkdown() {}

    public static String of(GateResult result) {
        StringBuilder text = new StringBuilder();
        text.append("### Boot time: ")
                .append(MarkdownText.sentence(GateHeadline.of(result)))
                .append("\n\n");
        text.append(MarkdownText.sentence(result.reason())).append("\n\n");
        if (!result.handovers().isEmpty()) {
            text.append("Boots are counted ")
                    .append(HandoverWords.until(result.handovers()))
                    .append(".\n\n");
        }
        metrics(text, result);
        List<String> left = result.excluded().stream()
                .map(boot -> (boot.candidate() ? "candidate " : "baseline ") + boot.boot() + ": " + boot.why())
                .toList();
        bullets(text, "Boots left out", left);
        bullets(text, "Accepted", accepted(result));
        bullets(text, "Newly fails", result.structure().newFailures());
        bullets(text, "Worth a look", GateWarnings.of(result));
        String sight = GateWords.sight(result);
        if (!sight.isEmpty()) {
            text.append("\nTried out, a rise would have been seen in these boots from: ")
                    .append(MarkdownText.sentence(sight))
                    .append("\n");
        }
        bullets(
                text,
                "Budgets broken",
                result.budgets().stream()
                        .filter(check -> check.broken())
                        .map(GateWords::budget)
                        .toList());
        AcceptLine.of(result)
                .ifPresent(command ->
                        text.append("\nIf it is meant:\n\n    ").append(command).append("\n"));
        text.setLength(text.length() <= LONGEST ? text.length() : text.lastIndexOf("\n", LONGEST) + 1);
        int told = text.length();
        if (result.waterfall() != null) {
            waterfall(text, result.waterfall(), result);
        }
        return text.length() <= LONGEST ? text.toString() : text.substring(0, told);
    }

    private static List<String> accepted(GateResult result) {
        return result.metrics().stream()
                .filter(metric -> metric.acceptedBecause() != null)
                .map(metric -> metric.scope() + " " + metric.id() + ": " + metric.acceptedBecause())
                .toList();
    }

    private static void metrics(StringBuilder text, GateResult result) {
        List<Metric> shown = GateWords.findings(result);
        if (shown.isEmpty()) {
            return;
        }
        boolean exact = GateWords.isExact(result);
        text.append(
                exact
                        ? "| verdict | what | baseline | candidate | difference | margin |\n|---|---|--:|--:|--:|--:|\n"
                        : "| verdict | what | baseline | candidate | shift | margin | p |\n|---|---|--:|--:|--:|--:|--:|\n");
        shown.stream()
                .limit(ROWS)
                .forEach(metric -> text.append("| ")
                        .append(String.join(
                                " | ",
                                metric.status().toString(),
                                metric.scope() + " " + MarkdownText.of(metric.id()),
                                DurationText.rounded(metric.baselineMedianUs()),
                                DurationText.rounded(metric.candidateMedianUs()),
                                GateWords.shift(metric),
                                DurationText.rounded(metric.marginUs())))
                        .append(exact ? " |\n" : " | " + GateWords.chance(metric, result) + " |\n"));
        more(text, shown.size());
    }

    private static void bullets(StringBuilder text, String title, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        text.append("\n").append(title).append(":\n\n");
        names.stream()
                .limit(ROWS)
                .forEach(name -> text.append("- ").append(MarkdownText.of(name)).append("\n"));
        more(text, names.size());
    }

    private static void waterfall(StringBuilder text, Waterfall waterfall, GateResult result) {
        if (!GateWords.addsUp(waterfall) && !GateWords.differs(result)) {
            return;
        }
        if (!GateWords.addsUp(waterfall)) {
            text.append("\n")
                    .append(MarkdownText.sentence(GateWords.doesNotAddUp(waterfall, result)))
                    .append("\n");
            return;
        }
        text.append("\n<details><summary>Where ")
                .append(GateWords.difference(result))
                .append(" comes from</summary>\n\n| ms | what |\n|--:|---|\n");
        waterfall.rows().stream()
                .limit(ROWS)
                .forEach(row -> text.append("| ")
                        .append(DurationText.exactMillis(row.us()))
                        .append(" | ")
                        .append(MarkdownText.of(row.name()))
                        .append(" |\n"));
        more(text, waterfall.rows().size());
        text.append("\n</details>\n");
    }

    private static void more(StringBuilder text, int size) {
        if (size > ROWS) {
            text.append("\nand ").append(size - ROWS).append(" more\n");
        }
    }
}

package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.Culprit;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import java.util.stream.Stream;

/** The verdict as GitHub workflow commands: the headline first, then the culprits, at most ten in all as GitHub shows. */
public final class GateAnnotations {
    static final int MOST = 10;

    private GateAnnotations() {}

    public static String of(GateResult result) {
        StringBuilder text = new StringBuilder();
        line(text, level(result), "Boot time", GateHeadline.of(result));
        result.culprits().stream()
                .limit(MOST - 1L)
                .forEach(culprit -> line(
                        text,
                        level(culprit, result),
                        "Boot time: " + culprit.kind(),
                        GateWords.culprit(culprit, result)));
        Stream.of(overBudget(result), accepted(result), noted(result), GateWarnings.of(result).stream())
                .flatMap(warnings -> warnings)
                .limit(Math.max(0, MOST - 1L - result.culprits().size()))
                .forEach(warning -> line(text, "warning", "Boot time", warning));
        return text.toString();
    }

    /** What only became slower is no error where that fails nothing. */
    private static String level(Culprit culprit, GateResult result) {
        boolean slower = switch (culprit.kind()) {
            case MACHINE, SLOWER, ADDED, OUTSIDE, PART, SEGMENT -> true;
            case FAILED, DIED, OVER_BUDGET -> false;
        };
        return slower && !result.failsBySlowness() ? "warning" : level(result);
    }

    /** With the reason of each. */
    private static Stream<String> accepted(GateResult result) {
        return GateWords.accepted(result).stream()
                .map(metric -> "accepted: " + GateWords.name(metric) + " " + DurationText.signed(metric.shiftUs())
                        + ": " + metric.acceptedBecause());
    }

    /** What is slower beside the kernel. */
    private static Stream<String> noted(GateResult result) {
        return GateWords.noted(result).stream()
                .map(metric ->
                        "beside the kernel: " + GateWords.change(metric) + ", " + GateWords.evidence(metric, result));
    }

    /** Budgets that are broken and fail nothing. */
    private static Stream<String> overBudget(GateResult result) {
        return result.budgets().stream()
                .filter(check -> check.broken() && !check.fails())
                .map(GateWords::budget);
    }

    private static String level(GateResult result) {
        return switch (result.verdict()) {
            case OK, DETERMINISTIC -> "notice";
            case REGRESSED -> "error";
            case TRADED -> result.failed() ? "error" : "warning";
            case INCONCLUSIVE, INSUFFICIENT -> "warning";
        };
    }

    private static void line(StringBuilder text, String level, String title, String message) {
        text.append("::")
                .append(level)
                .append(" title=")
                .append(data(title).replace(":", "%3A").replace(",", "%2C"))
                .append("::")
                .append(data(message))
                .append('\n');
    }

    private static String data(String text) {
        return Printable.brief(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}

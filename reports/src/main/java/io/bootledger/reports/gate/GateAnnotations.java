package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.reports.Printable;

/** The verdict as GitHub workflow commands: the headline first, then the culprits, at most ten in all as GitHub shows. */
public final class GateAnnotations {
    static final int MOST = 10;

    private GateAnnotations() {}

    public static String of(GateResult result) {
        StringBuilder text = new StringBuilder();
        String level = level(result);
        line(text, level, "Boot time", GateWords.headline(result));
        result.culprits().stream()
                .limit(MOST - 1L)
                .forEach(culprit ->
                        line(text, level, "Boot time: " + culprit.kind(), GateWords.culprit(culprit, result)));
        GateWords.warnings(result).stream()
                .limit(Math.max(0, MOST - 1L - result.culprits().size()))
                .forEach(warning -> line(text, "warning", "Boot time", warning));
        return text.toString();
    }

    private static String level(GateResult result) {
        return switch (result.verdict()) {
            case OK, DETERMINISTIC -> "notice";
            case INCONCLUSIVE -> "warning";
            case TRADED -> result.failed() ? "error" : "warning";
            case REGRESSED, INSUFFICIENT -> "error";
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
        return Printable.of(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}

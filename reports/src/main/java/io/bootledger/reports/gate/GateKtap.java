package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import io.bootledger.reports.gate.GateCase.Finding;
import java.util.List;
import java.util.Map;

/**
 * The verdict as KTAP version 1 (the kernel's Documentation/dev-tools/ktap.rst): a test for each case, numbered from 1, in the words of
 * the other outputs. What cannot be told is skipped.
 */
public final class GateKtap {
    private GateKtap() {}

    public static String of(GateResult result) {
        Map<String, List<GateCase>> suites = GateCases.of(result);
        StringBuilder text = new StringBuilder("KTAP version 1\n1..")
                .append(suites.values().stream().mapToInt(List::size).sum())
                .append('\n');
        int number = 0;
        for (Map.Entry<String, List<GateCase>> suite : suites.entrySet()) {
            for (GateCase one : suite.getValue()) {
                number++;
                text.append(one.has(GateCase.FAILURE) ? "not ok " : "ok ")
                        .append(number)
                        .append(' ')
                        .append(description(suite.getKey() + "." + one.name()))
                        .append(directive(one))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String directive(GateCase one) {
        Finding finding = one.finding();
        if (finding == null) {
            return one.us() == 0 ? "" : " # " + DurationText.exactSeconds(one.us()) + " s";
        }
        return (one.has(GateCase.SKIPPED) ? " # SKIP " : " # ") + description(finding.message());
    }

    /** A {@code #} would begin a directive. */
    private static String description(String text) {
        return Printable.of(text).replace("#", "No.").strip();
    }
}

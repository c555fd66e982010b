package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.reports.DurationText;

/**
 * The verdict as outputs of a GitHub step, a line each: {@code verdict=regressed}, {@code delta_ms=438.210},
 * {@code delta_pct=1.8}, {@code top_culprit=acpi_init}, as {@link GateWords#name}. What is not known is empty.
 */
public final class GateOutputs {
    private GateOutputs() {}

    public static String of(GateResult result) {
        String ms = result.total()
                .map(total -> DurationText.exactMillis(total.shiftUs()))
                .orElse("");
        String percent = result.total()
                .map(Metric::shiftPerMille)
                .map(DurationText::percent)
                .orElse("");
        String culprit = result.culprits().isEmpty()
                ? ""
                : GateWords.name(result.culprits().get(0));
        return "verdict=" + result.verdict() + "\ndelta_ms=" + ms + "\ndelta_pct=" + percent + "\ntop_culprit="
                + culprit + "\n";
    }
}

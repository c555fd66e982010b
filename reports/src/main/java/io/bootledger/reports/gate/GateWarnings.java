package io.bootledger.reports.gate;

import io.bootledger.analyzer.compare.Structure.Sometimes;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.MetricPattern;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import java.util.ArrayList;
import java.util.List;

/** What a person should look at although it fails no build, each in a sentence. */
public final class GateWarnings {
    private static final int NAMED = 3;

    private GateWarnings() {}

    public static List<String> of(GateResult result) {
        List<String> warnings = besideFailures(result);
        warnings.addAll(FailureWords.warnings(result));
        return warnings;
    }

    /** But for what fails or dies now and then. */
    static List<String> besideFailures(GateResult result) {
        List<String> warnings = new ArrayList<>();
        result.moved()
                .forEach(one -> warnings.add("moved: " + DurationText.rounded(one.us()) + " from "
                        + Printable.of(one.from()) + " to "
                        + Printable.of(one.scope() == Scope.GAP ? MetricPattern.gap(one.to()) : one.to())));
        result.metrics().stream()
                .filter(metric -> metric.slowBoots().sometimes() && metric.status() != Status.REGRESSED)
                .map(metric -> sometimesSlow(metric, result))
                .forEach(warnings::add);
        sometimes("new in some candidate boots", result.structure().sometimesAdded(), warnings);
        sometimes(
                "gone, and only in some baseline boots before",
                result.structure().sometimesRemoved(),
                warnings);
        GateCaveats.of(result).forEach(warnings::add);
        return warnings;
    }

    /** {@code sometimes slow: usb_init in 8 of 20 candidate boots and 0 of 20 baseline boots (p 0.043 among all asked)}. */
    private static String sometimesSlow(Metric metric, GateResult result) {
        return "sometimes slow: " + Printable.of(metric.id()) + " in "
                + metric.slowBoots().candidate() + " of "
                + result.candidateBoots() + " candidate boots and "
                + metric.slowBoots().baseline() + " of "
                + result.baselineBoots() + " baseline boots (p "
                + GateWords.chance(metric.slowBoots().p(), 0) + " among all asked)";
    }

    /** {@code new in some candidate boots: foo_init (5 of 6), bar_init (1 of 6)}. */
    private static void sometimes(String what, List<Sometimes> initcalls, List<String> warnings) {
        if (initcalls.isEmpty()) {
            return;
        }
        List<String> named = initcalls.stream()
                .limit(NAMED)
                .map(one -> Printable.of(one.initcall().toString()) + " (" + one.called() + " of " + one.boots() + ")")
                .toList();
        int more = initcalls.size() - named.size();
        warnings.add(what + ": " + String.join(", ", named) + (more > 0 ? " and " + more + " more" : ""));
    }
}

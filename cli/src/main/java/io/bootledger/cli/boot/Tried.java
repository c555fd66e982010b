package io.bootledger.cli.boot;

import io.bootledger.analyzer.advice.Trial;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.rule.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a word, and what the boots with it say.
 *
 * @param result of the boots with the word against those without; null where there are none
 */
record Tried(Trial trial, @Nullable GateResult result) {
    /** The whole boot; null where nothing could be compared. */
    @Nullable
    Metric total() {
        return result == null ? null : result.total().orElse(null);
    }

    /** The call for which it is advised; null where that was not compared. */
    @Nullable
    Metric call() {
        return result == null
                ? null
                : result.metrics().stream()
                        .filter(metric ->
                                metric.scope() == Scope.INITCALL && metric.id().equals(trial.function()))
                        .findFirst()
                        .orElse(null);
    }

    /** In words: whether it gains, and whether that is what was told. */
    String verdict() {
        Metric total = total();
        if (result == null || total == null) {
            return "no boot with it came up";
        }
        boolean died = result.excluded().stream().anyMatch(GateResult.Excluded::candidate);
        return gains(total) + bounds(total) + (died ? "; not every boot with it can be used" : "");
    }

    private static String gains(Metric total) {
        return switch (total.status()) {
            case IMPROVED -> "gains";
            case REGRESSED -> "slower";
            case CHANGED -> (total.shiftUs() < 0 ? "faster" : "slower") + ", by boots all alike";
            default -> "no gain beyond doubt";
        };
    }

    /** A gain is the shift downwards. */
    private String bounds(Metric total) {
        boolean exact = total.status() == Status.CHANGED;
        Long low = exact ? Long.valueOf(total.shiftUs()) : total.lowUs();
        Long high = exact ? Long.valueOf(total.shiftUs()) : total.highUs();
        if (low == null || high == null) {
            return "; too few boots to tell how much";
        }
        if (-low < trial.gainLowUs()) {
            return "; less than told";
        }
        return -high > trial.gainHighUs() ? "; more than told" : "; within what was told";
    }
}

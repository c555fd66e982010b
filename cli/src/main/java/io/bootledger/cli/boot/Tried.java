package io.bootledger.cli.boot;

import io.bootledger.analyzer.advice.Trial;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.reports.DurationText;
import java.util.List;
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

    /**
     * By how much the boot moves where all boots of a side are alike: a word that makes its call shorter does not make a boot
     * longer, so what it is longer all the same, and its call shorter, any word may do. 0 where no word did.
     */
    static long noiseUs(List<Tried> all) {
        long most = 0;
        for (Tried one : all) {
            Metric total = one.total();
            Metric call = one.call();
            if (total != null && total.status() == Status.CHANGED && total.shiftUs() > 0) {
                most = Math.max(most, total.shiftUs() - (call == null ? 0 : Math.min(0, call.shiftUs())));
            }
        }
        return most;
    }

    /**
     * Within what no gain can be told from none; null where it can be told, or nothing is known.
     *
     * @param noiseUs of boots that are all alike
     */
    @Nullable
    Long unseenWithinUs(long noiseUs) {
        Metric total = total();
        if (total == null) {
            return null;
        }
        return switch (total.status()) {
            case IMPROVED, REGRESSED -> null;
            case CHANGED -> Math.abs(total.shiftUs()) <= noiseUs ? Long.valueOf(noiseUs) : null;
            default ->
                total.lowUs() == null || total.highUs() == null
                        ? null
                        : Long.valueOf(Math.max(Math.abs(total.lowUs()), Math.abs(total.highUs())));
        };
    }

    /** In words: whether it gains, and whether that is what was told. */
    String verdict(long noiseUs) {
        Metric total = total();
        if (result == null || total == null) {
            return "no boot with it came up";
        }
        boolean died = result.excluded().stream().anyMatch(GateResult.Excluded::candidate);
        Long within = unseenWithinUs(noiseUs);
        String said = within == null
                ? gains(total) + bounds(total)
                : "not seen: within ±" + DurationText.rounded(within)
                        + (within < trial.gainLowUs() ? "; less than told" : "");
        return said + (died ? "; not every boot with it can be used" : "");
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

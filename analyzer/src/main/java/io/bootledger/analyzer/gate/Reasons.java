package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Environment.Difference;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.gate.GateResult.Excluded;
import java.util.List;
import java.util.stream.Collectors;

/** The verdict in a sentence. */
final class Reasons {
    static final String DIED = "the candidate does not boot";
    static final String BUDGET = "a budget is broken";
    static final String GLOBAL = "slower as a whole: clock, host, compiler or a debug option";
    private static final String SLOWER = "slower by more than the margin, or newly failing";
    private static final String PART =
            "a part of the boot is slower beyond doubt although the whole is not: what was gained elsewhere"
                    + " does not pay for it; waive it if it is meant";
    static final String OK = "nothing grew by more than its margin beyond doubt";
    static final String HOST =
            "slower as a whole, which the host may have caused: boot both kernels in turn and tell with"
                    + " --order interleaved";
    static final String CHANCE = "seems slower, but that may be chance: boot more often";
    static final String LOST = "some candidate boots cannot be used, and all baseline boots can: look at them first";
    static final String FEW = "fewer than " + GateRule.FEWEST_BOOTS
            + " complete boots on a side prove nothing: boot each kernel at least 5 times";

    private Reasons() {}

    static String slower(List<Metric> metrics, Structure structure) {
        boolean whole =
                metrics.stream().anyMatch(metric -> metric.scope() == Metric.Scope.TOTAL && metric.shiftUs() > 0);
        return whole || !structure.newFailures().isEmpty() ? SLOWER : PART;
    }

    static String unlike(List<Difference> differences) {
        String what = differences.stream()
                .map(one -> one.key() + " " + String.join("/", one.baseline()) + " against "
                        + String.join("/", one.candidate()))
                .collect(Collectors.joining("; "));
        String keys =
                differences.stream().map(one -> "--allow-env-diff " + one.key()).collect(Collectors.joining(" "));
        return "the boots are not alike: " + what + ". If that is meant: " + keys;
    }

    static String noBoots(boolean candidate, List<Excluded> excluded) {
        String first = excluded.stream()
                .filter(boot -> boot.candidate() == candidate)
                .map(boot -> " (" + boot.boot() + ": " + boot.why() + ")")
                .findFirst()
                .orElse("");
        return "no complete boot in the " + (candidate ? "candidate" : "baseline") + first;
    }
}

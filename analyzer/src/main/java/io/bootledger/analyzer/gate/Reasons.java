package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.measure.Environment.Difference;
import io.bootledger.analyzer.gate.GateResult.Excluded;
import io.bootledger.analyzer.rule.GateRule;
import java.util.List;
import java.util.stream.Collectors;

/** The verdict in a sentence. */
final class Reasons {
    static final String FAILS = "something fails in every candidate boot and in no baseline boot";
    static final String BUDGET = "a budget is broken";
    static final String SLOWER = "slower by more than the margin, beyond doubt";
    static final String LONGER =
            "longer by more than the margin; the boots of each side are one boot to the microsecond, so the"
                    + " difference is exact";
    static final String TRADED =
            "faster as a whole, and slower in part: waive it if the trade is meant, or fail on it with" + " --strict";
    static final String DETERMINISTIC =
            "deterministic: the boots of each side are one boot to the microsecond, so there are no"
                    + " statistics; make them differ (KASLR, a random seed, another padding of the initrd or link order), at least "
                    + GateRule.BOOTS + " layouts a side";
    static final String OK = "nothing grew by more than its margin beyond doubt";
    static final String HOST =
            "slower as a whole, which the host may have caused: boot both kernels in turn and tell with"
                    + " --order interleaved";
    static final String CHANCE = "seems slower, but that may be chance: boot more often";
    static final String LOST = "some candidate boots cannot be used, and all baseline boots can: look at them first";
    static final String COPIES =
            "one side is one boot over and over, and no two boots of the other are alike: a copy is no boot (failures, panics and"
                    + " budgets were judged)";
    static final String FEW = "so few boots cannot tell: boot each kernel " + GateRule.BOOTS
            + " times (failures, panics and budgets were judged)";

    private Reasons() {}

    static String died(String why) {
        return "the candidate does not boot: " + why;
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

package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.Environment.Difference;
import io.bootledger.analyzer.gate.GateResult.Excluded;
import io.bootledger.analyzer.occurrence.LostBoots;
import io.bootledger.analyzer.occurrence.Occurrence;
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
    static final String MACHINE =
            "all runs slower in every candidate boot, which the total does not show as something else became faster: waive the"
                    + " total if the trade is meant, or fail on it with --strict";
    static final String DETERMINISTIC =
            "deterministic: the boots of each side are one boot to the microsecond, so there are no"
                    + " statistics; make them differ (KASLR, a random seed, another padding of the initrd or link order), at least "
                    + GateRule.BOOTS + " layouts a side";
    static final String OK = "nothing grew by more than its margin beyond doubt";
    static final String HOST =
            "slower as a whole, which the host may have caused: boot both kernels in turn and tell with"
                    + " --order interleaved";
    static final String PAID_HOST =
            "all runs slower in every candidate boot, which the total does not show as something else became faster, and the host may"
                    + " have caused: boot both kernels in turn and tell with --order interleaved";
    static final String CHANCE = "seems slower, but that may be chance: boot more often";
    static final String COPIES =
            "one side is one boot over and over, and the other's boots differ: a copy is no boot (failures, panics and budgets"
                    + " were judged)";
    private static final String JUDGED = " (failures, panics and budgets were judged)";

    static final String FEW = "so few boots cannot tell: boot each kernel " + GateRule.BOOTS + " times" + JUDGED;
    static final String FAILS_MORE = "something fails, or dies, more often than chance explains";

    private Reasons() {}

    static String died(String why, long dead, int booted) {
        return (dead == booted
                        ? "the candidate does not boot: "
                        : dead + " of " + booted + " candidate boots got no further, where no baseline boot stopped: ")
                + why;
    }

    static String lost(LostBoots lost) {
        return lost.words() + (lost.baseline() == 0 ? ", and no baseline boot" : "") + ": look at them first";
    }

    static String few(LostBoots lost, long copies, int candidates) {
        String left = copies > 0 ? copies(copies, candidates) : lost.any() ? lost.words() : "";
        return left.isEmpty() ? FEW : left + ", and the others are too few to tell" + JUDGED;
    }

    private static String copies(long copies, int candidates) {
        return copies + " of " + candidates + " candidate boots are baseline boots";
    }

    /** @param others how many more do */
    static String failsMore(Occurrence more, int others) {
        return "fails more often, and that may be chance: " + more.what() + ", in " + more.candidate() + " of "
                + more.ofCandidate() + " candidate boots and " + more.baseline() + " of " + more.ofBaseline()
                + " baseline boots" + (others == 0 ? "" : ", and " + others + " more");
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
        List<Excluded> own =
                excluded.stream().filter(boot -> boot.candidate() == candidate).toList();
        long copies = own.stream()
                .filter(boot -> boot.why().equals(BootMeasures.BASELINES))
                .count();
        if (copies > 0) {
            return copies(copies, own.size()) + ": boot the candidate itself";
        }
        String first = own.stream()
                .map(boot -> " (" + boot.boot() + ": " + boot.why() + ")")
                .findFirst()
                .orElse("");
        return "no complete boot in the " + (candidate ? "candidate" : "baseline") + first;
    }
}

package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.gate.SequentialLook.Next;
import io.bootledger.analyzer.rule.Certainty;
import java.util.ArrayList;
import java.util.List;

/**
 * A gate that boots until it is decided: {@value #FIRST} of each kernel, and where these leave it open {@value #ALL}. Both looks share
 * one chance of a false alarm, so that looking twice does not make it larger; after the first one nothing more is booted where nothing
 * seems slower, which can make no false alarm either.
 */
public final class SequentialGate {
    /** Boots of each side at the first look. */
    public static final int FIRST = 6;
    /** Boots of each side at the last look. */
    public static final int ALL = 12;

    private static final int LOOKS = 2;
    private static final double FIRST_ALPHA = 0.0022;
    private static final double LAST_ALPHA = 0.0018;

    private SequentialGate() {}

    /**
     * The verdict, on the first complete boots of both sides; the result's look says whether more are wanted.
     *
     * @param baseline in the order they were made
     * @param candidate in the order they were made
     */
    public static GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate, GateSettings settings) {
        GateResult first = Gate.judge(
                first(baseline, FIRST),
                first(candidate, FIRST),
                settings.with(settings.rule().with(FIRST_ALPHA)));
        int baselineGiven = complete(baseline);
        int candidateGiven = complete(candidate);
        SequentialLook look = new SequentialLook(1, LOOKS, baselineGiven, candidateGiven, FIRST_ALPHA, next(first));
        if (look.next() != Next.BOOT_MORE) {
            return first.after(look);
        }
        if (baselineGiven < ALL || candidateGiven < ALL) {
            return first.undecided(
                    look,
                    "not decided by " + FIRST + " boots of each: boot each kernel until there are " + ALL
                            + " of it that can be used, in turn, and judge all of them");
        }
        return Gate.judge(
                        first(baseline, ALL),
                        first(candidate, ALL),
                        settings.with(settings.rule().with(LAST_ALPHA)))
                .after(new SequentialLook(LOOKS, LOOKS, baselineGiven, candidateGiven, LAST_ALPHA, Next.STOP));
    }

    private static Next next(GateResult first) {
        boolean open = first.evidence() != null
                && first.evidence().certainty() == Certainty.STATISTICAL
                && (first.verdict() == Verdict.OK || first.verdict() == Verdict.INCONCLUSIVE);
        if (!open) {
            return Next.STOP;
        }
        boolean conspicuous = first.metrics().stream().anyMatch(metric -> metric.status() == Status.INCONCLUSIVE);
        return conspicuous ? Next.BOOT_MORE : Next.FUTILE;
    }

    /** The first so many complete boots, and all that died or are lost, whenever they were made: these no look may pass over. */
    private static List<BootMeasures> first(List<BootMeasures> boots, int complete) {
        List<BootMeasures> taken = new ArrayList<>();
        int count = 0;
        for (BootMeasures boot : boots) {
            count += boot.complete() ? 1 : 0;
            if (!boot.complete() || count <= complete) {
                taken.add(boot);
            }
        }
        return taken;
    }

    private static int complete(List<BootMeasures> boots) {
        return (int) boots.stream().filter(BootMeasures::complete).count();
    }
}

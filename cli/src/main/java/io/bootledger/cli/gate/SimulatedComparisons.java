package io.bootledger.cli.gate;

import io.bootledger.analyzer.calibration.Comparisons;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.statistics.Design;
import io.bootledger.simulator.scenario.Scenario;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Boots of two simulated kernels on one machine, dealt from {@value #POOL} that are made once. That comparisons share boots does them
 * no harm: which of them go to which side is dealt anew each time, and no boot is dealt twice in one.
 */
final class SimulatedComparisons implements Comparisons {
    /** Two comparisons of 6 v 6 share no boot in seven cases of ten. */
    static final int POOL = 400;

    private final BootPool baseline;
    private final BootPool candidate;
    private final int sessions;
    private final long seed;

    /** @param sessions of how many the pool is; where there are several, the sides are of different ones */
    SimulatedComparisons(Scenario baseline, Scenario candidate, int sessions, long seed) {
        this.baseline = new BootPool(baseline, seed);
        this.candidate = baseline.equals(candidate) ? this.baseline : new BootPool(candidate, seed);
        this.sessions = sessions;
        this.seed = seed;
    }

    @Override
    public Pair draw(Design design, int run) {
        SplittableRandom random = new SplittableRandom(seed * Integer.MAX_VALUE + run);
        int ofSession = Math.max(POOL / sessions, design.size());
        int[] dealt = random.ints(0, ofSession).distinct().limit(design.size()).toArray();
        int[] session =
                random.ints(0, sessions).distinct().limit(Math.min(2, sessions)).toArray();
        return new Pair(
                boots(baseline, dealt, 0, design.earlier(), session[0], ofSession),
                boots(candidate, dealt, design.earlier(), design.size(), session[session.length - 1], ofSession));
    }

    private static List<BootMeasures> boots(
            BootPool kernel, int[] dealt, int from, int to, int session, int ofSession) {
        return IntStream.range(from, to)
                .mapToObj(place -> kernel.boot(session * ofSession + dealt[place], session))
                .toList();
    }
}

package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.rule.Margin;
import io.bootledger.analyzer.statistics.FisherExact;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.statistics.Outliers;
import java.util.Arrays;

/**
 * How many boots of each side lie far above their own side's median: by the rule for outliers and by the margin. What is slow in
 * one boot of five shifts no median.
 *
 * @param p how likely the candidate has so many more of them by chance (Fisher's exact test), corrected for how many metrics have
 *     slow boots at all
 */
public record SlowBoots(int baseline, int candidate, double p) {
    private static final double HARDLY_CHANCE = 0.05;

    static SlowBoots of(double[] baseline, double[] candidate, Margin margin) {
        int before = count(baseline, margin);
        int after = count(candidate, margin);
        return new SlowBoots(before, after, FisherExact.pMore(before, baseline.length, after, candidate.length));
    }

    private static int count(double[] values, Margin margin) {
        double limit = Math.max(Outliers.limit(values), margin.above(Median.of(values)));
        return (int) Arrays.stream(values).filter(value -> value > limit).count();
    }

    /** Whether there are any: chosen without looking at the sides, so that the others need no correction. */
    boolean any() {
        return baseline + candidate > 0;
    }

    SlowBoots among(long asked) {
        return new SlowBoots(baseline, candidate, Math.min(1, p * asked));
    }

    /** Whether the candidate is slow now and then, and the baseline is not, beyond what chance makes. */
    public boolean sometimes() {
        return candidate > baseline && p <= HARDLY_CHANCE;
    }
}

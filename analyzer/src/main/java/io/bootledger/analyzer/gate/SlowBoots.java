package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.statistics.FisherExact;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.statistics.Outliers;
import java.util.Arrays;

/**
 * How many boots of each side lie far above their own side's median: by the rule for outliers and by the margin. What is slow in
 * one boot of five shifts no median, so no test of the shift sees it.
 */
public record SlowBoots(int baseline, int candidate) {
    static SlowBoots of(double[] baseline, double[] candidate, Margin margin) {
        return new SlowBoots(count(baseline, margin), count(candidate, margin));
    }

    private static int count(double[] values, Margin margin) {
        double limit = Math.max(Outliers.limit(values), margin.above(Median.of(values)));
        return (int) Arrays.stream(values).filter(value -> value > limit).count();
    }

    /** How likely the candidate has so many more of them by chance (Fisher's exact test). */
    double p(int baselineBoots, int candidateBoots) {
        return FisherExact.pMore(baseline, baselineBoots, candidate, candidateBoots);
    }
}

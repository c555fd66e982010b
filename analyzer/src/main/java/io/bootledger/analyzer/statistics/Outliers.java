package io.bootledger.analyzer.statistics;

import java.util.Arrays;

/**
 * Sets high outliers aside by a fixed rule: of n values at most n/4, only those above the median by more than both 5 % and five
 * deviations, and none of fewer than four. A boot is sometimes slow for reasons of its own; it is never fast by accident.
 */
public final class Outliers {
    private static final double RELATIVE = 0.05;
    private static final double DEVIATIONS = 5;
    private static final int FEWEST = 4;

    private Outliers() {}

    /** The values without the outliers, in their order. */
    public static double[] drop(double[] values) {
        if (values.length < FEWEST) {
            return values.clone();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double highestKept = sorted[sorted.length - 1 - values.length / 4];
        double cut = Math.max(limit(values), highestKept);
        return Arrays.stream(values).filter(value -> value <= cut).toArray();
    }

    /** What a value must exceed to be one: above any value when there are fewer than four. */
    public static double limit(double[] values) {
        if (values.length < FEWEST) {
            return Double.POSITIVE_INFINITY;
        }
        double median = Median.of(values);
        return median + Math.max(RELATIVE * median, DEVIATIONS * Median.deviation(values));
    }
}

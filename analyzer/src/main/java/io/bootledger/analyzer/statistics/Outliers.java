package io.bootledger.analyzer.statistics;

/** Which values are exceptions: those above the median by more than both 5 % and five deviations, and none of fewer than four. */
public final class Outliers {
    private static final double RELATIVE = 0.05;
    private static final double DEVIATIONS = 5;
    private static final int FEWEST = 4;

    private Outliers() {}

    /** What a value must exceed to be one: above any value when there are fewer than four. */
    public static double limit(double[] values) {
        if (values.length < FEWEST) {
            return Double.POSITIVE_INFINITY;
        }
        double median = Median.of(values);
        return median + Math.max(RELATIVE * median, DEVIATIONS * Median.deviation(values));
    }
}

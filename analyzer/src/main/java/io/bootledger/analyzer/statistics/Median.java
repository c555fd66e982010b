package io.bootledger.analyzer.statistics;

import java.util.Arrays;

/** Medians and what is made of them. */
public final class Median {
    /** Makes the median absolute deviation of normal values their standard deviation. */
    private static final double NORMAL = 1.4826;

    private Median() {}

    /** The middle value, or the mean of the two middle ones. */
    public static double of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values, no median");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median absolute deviation, scaled to the standard deviation of normal values. */
    public static double deviation(double[] values) {
        double median = of(values);
        return NORMAL
                * of(Arrays.stream(values)
                        .map(value -> Math.abs(value - median))
                        .toArray());
    }

    /** Hodges and Lehmann's estimate of the shift: the median of all differences, later minus earlier. */
    public static double shift(double[] earlier, double[] later) {
        return of(differences(earlier, later));
    }

    /** Every later value minus every earlier one. */
    static double[] differences(double[] earlier, double[] later) {
        return Arrays.stream(later)
                .flatMap(b -> Arrays.stream(earlier).map(a -> b - a))
                .toArray();
    }
}

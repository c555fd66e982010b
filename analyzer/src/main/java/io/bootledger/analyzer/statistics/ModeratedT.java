package io.bootledger.analyzer.statistics;

import java.util.Arrays;

/**
 * A one-sided t test that borrows variance: with five boots a side the variance of one initcall is hardly known, but initcalls of
 * its size vary alike, so the estimate is drawn towards theirs (as if {@value #PRIOR_DEGREES} more degrees of freedom had
 * shown it).
 */
public final class ModeratedT {
    /** The weight of the common variance, in degrees of freedom. */
    public static final int PRIOR_DEGREES = 4;

    private ModeratedT() {}

    /**
     * The probability of so large a rise of the mean if there were none.
     *
     * @param commonVariance the variance of comparable values
     */
    public static double pGreater(double[] earlier, double[] later, double commonVariance) {
        int own = earlier.length + later.length - 2;
        double squares = squares(earlier) + squares(later);
        double variance = (PRIOR_DEGREES * commonVariance + squares) / (PRIOR_DEGREES + own);
        double rise = mean(later) - mean(earlier);
        if (variance == 0) {
            return rise > 0 ? 0 : 1;
        }
        double error = StrictMath.sqrt(variance * (1.0 / earlier.length + 1.0 / later.length));
        return StudentT.upperTail(rise / error, PRIOR_DEGREES + own);
    }

    /** The common variance of comparable metrics: the median of their own, freed of the median's bias. */
    public static double commonVariance(double[] variances, int degrees) {
        return Median.of(variances) / (ChiSquared.median(degrees) / degrees);
    }

    /** The variance within both samples together. */
    public static double variance(double[] earlier, double[] later) {
        return (squares(earlier) + squares(later)) / (earlier.length + later.length - 2);
    }

    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double squares(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }
}

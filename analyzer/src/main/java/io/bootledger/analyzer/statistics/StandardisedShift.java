package io.bootledger.analyzer.statistics;

import java.util.Arrays;

/**
 * How far the later values lie from the earlier ones, in standard errors, under each arrangement. The variance within the sides is
 * drawn towards one that comparable metrics share, as if {@value #PRIOR_DEGREES} more degrees of freedom had shown it; a shift
 * within the margin counts as none.
 *
 * @param t under each arrangement, the real one first: positive where the later values are larger
 * @param standardError of the real arrangement
 */
public record StandardisedShift(double[] t, double standardError) {
    /** The weight of the common variance. */
    public static final int PRIOR_DEGREES = 10;
    /** Nothing is measured better than to this share: keeps the error above 0. */
    private static final double LEAST_DEVIATION = 0.002;
    /** A shift that equals its margin is within it, whatever rounding does. */
    private static final double ROUNDING = 1e-9;

    /**
     * What is known of a metric before anyone looks at the sides.
     *
     * @param margin a shift up to this counts as none
     * @param commonVariance the variance of comparable metrics
     * @param leastError the standard error is never far below this
     */
    public record Prior(double margin, double commonVariance, double leastError) {}

    /** @param values the earlier ones first */
    public static StandardisedShift of(double[] values, Prior prior, Arrangements arrangements) {
        double[] t = new double[arrangements.count()];
        Sums sums = new Sums(values, arrangements.design());
        if (sums.farthest() <= prior.margin()) {
            sums.deal(arrangements, 0);
            return new StandardisedShift(t, sums.standardError(prior));
        }
        double error = 0;
        for (int row = 0; row < t.length; row++) {
            sums.deal(arrangements, row);
            boolean matters = Math.abs(sums.shift) > prior.margin() + ROUNDING;
            double standardError = matters || row == 0 ? sums.standardError(prior) : 0;
            if (row == 0) {
                error = standardError;
            }
            t[row] = matters ? sums.shift / standardError : 0;
        }
        return new StandardisedShift(t, error);
    }

    /** Sums of both sides; of differences to one value, so that little is lost when squares are subtracted. */
    private static final class Sums {
        private final double[] values;
        private final double all;
        private final double allSquares;
        private final int earlier;
        private final int later;
        private double shift;
        private double squares;

        Sums(double[] values, Design design) {
            this.values = new double[values.length];
            this.earlier = design.earlier();
            this.later = design.later();
            double sum = 0;
            double sumOfSquares = 0;
            for (int i = 0; i < values.length; i++) {
                double value = values[i] - values[0];
                this.values[i] = value;
                sum += value;
                sumOfSquares += value * value;
            }
            this.all = sum;
            this.allSquares = sumOfSquares;
        }

        /** No arrangement shifts further, in either direction: most metrics are too calm to be looked at ten thousand times. */
        double farthest() {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double up = mean(sorted, earlier, sorted.length) - mean(sorted, 0, earlier);
            double down = mean(sorted, later, sorted.length) - mean(sorted, 0, later);
            return Math.max(up, down);
        }

        private static double mean(double[] sorted, int from, int to) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += sorted[i];
            }
            return sum / (to - from);
        }

        void deal(Arrangements arrangements, int row) {
            double sum = arrangements.laterSum(values, row);
            double rest = all - sum;
            shift = sum / later - rest / earlier;
            // Of both sides together: the squares of each are in it, whatever the arrangement.
            squares = Math.max(0, allSquares - sum * sum / later - rest * rest / earlier);
        }

        double standardError(Prior prior) {
            double variance = (PRIOR_DEGREES * prior.commonVariance() + squares) / (PRIOR_DEGREES + values.length - 2)
                    + LEAST_DEVIATION * LEAST_DEVIATION;
            return Math.sqrt(variance * (1.0 / earlier + 1.0 / later) + prior.leastError() * prior.leastError());
        }
    }
}

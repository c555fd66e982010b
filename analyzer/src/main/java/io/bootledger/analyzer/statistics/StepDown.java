package io.bootledger.analyzer.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Westfall and Young's step-down test of a whole family of metrics: each is held against the largest statistic that any of the
 * family has under each arrangement, so that however many are asked, the chance that anything is flagged without cause stays at the
 * chosen level. Larger and smaller are tested side by side; what is flagged in either direction leaves both, as its mirrored
 * arrangement would hide the others, and the rest is looked at again.
 */
public final class StepDown {
    private static final double ROUNDING = 1e-9;

    private final List<double[]> statistics;
    private final double alpha;
    private final int arrangements;
    private final boolean[] left;
    private final int[] flagged;
    private final double[] p;
    private double reached;
    private double needed = Double.POSITIVE_INFINITY;

    /** @param statistics of each metric, under each arrangement, the real one first */
    private StepDown(List<double[]> statistics, double alpha) {
        this.statistics = statistics;
        this.alpha = alpha;
        this.arrangements = statistics.isEmpty() ? 0 : statistics.get(0).length;
        this.left = new boolean[statistics.size()];
        this.flagged = new int[statistics.size()];
        this.p = new double[statistics.size()];
        Arrays.fill(left, true);
        Arrays.fill(p, 1);
    }

    /**
     * What the test says.
     *
     * @param direction of each metric: 1 where it is larger beyond doubt, -1 where it is smaller, else 0
     * @param p of each metric, corrected for the whole family
     * @param needed the statistic above which one more metric would have been found larger; infinite when none would
     */
    public record Flags(int[] direction, double[] p, double needed) {}

    /** @param statistics of each metric, under each arrangement, the real one first */
    public static Flags of(List<double[]> statistics, double alpha) {
        return new StepDown(statistics, alpha).flags();
    }

    private Flags flags() {
        boolean found = !statistics.isEmpty();
        while (found) {
            List<Integer> leaving = new ArrayList<>();
            double largestP = reached;
            for (int direction = 1; direction >= -1; direction -= 2) {
                double[] largest = largest(direction);
                for (int metric = 0; metric < left.length; metric++) {
                    if (left[metric] && direction * statistics.get(metric)[0] > 0) {
                        p[metric] = Math.max(
                                reached, share(largest, direction * statistics.get(metric)[0]));
                        if (p[metric] <= alpha) {
                            flagged[metric] = direction;
                            leaving.add(metric);
                            largestP = Math.max(largestP, p[metric]);
                        }
                    }
                }
                if (direction > 0) {
                    needed = needed(largest);
                }
            }
            leaving.forEach(metric -> left[metric] = false);
            reached = largestP;
            found = !leaving.isEmpty();
        }
        return new Flags(flagged, p, needed);
    }

    /** Of the metrics that are left, under each arrangement; 0 at least. */
    private double[] largest(int direction) {
        double[] largest = new double[arrangements];
        for (int metric = 0; metric < left.length; metric++) {
            if (left[metric]) {
                double[] t = statistics.get(metric);
                for (int row = 0; row < arrangements; row++) {
                    largest[row] = Math.max(largest[row], direction * t[row]);
                }
            }
        }
        return largest;
    }

    /** Mirrored arrangements have equal statistics but for rounding, which must not decide. */
    private double share(double[] largest, double seen) {
        double least = seen - ROUNDING * seen;
        return (double) Arrays.stream(largest).filter(t -> t >= least).count() / arrangements;
    }

    private double needed(double[] largest) {
        int may = (int) Math.floor(alpha * arrangements + ROUNDING);
        if (may < 1) {
            return Double.POSITIVE_INFINITY;
        }
        double[] others = largest.clone();
        others[0] = 0;
        Arrays.sort(others);
        return others[arrangements - may];
    }
}

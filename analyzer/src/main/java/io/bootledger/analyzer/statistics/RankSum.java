package io.bootledger.analyzer.statistics;

import java.util.Arrays;

/**
 * The one-sided Mann-Whitney U test (Wilcoxon rank sum): how likely the second sample would rank at least so high if both came
 * from one distribution. Exact and conditional on the ties that are there (boots are whole microseconds, and ticks tie all the
 * time); for more than {@value #LARGEST_EXACT} values the normal approximation with tie correction.
 */
public final class RankSum {
    /** Up to this many values in both samples together the p-value is exact. */
    public static final int LARGEST_EXACT = 60;

    private RankSum() {}

    /** The probability of a rank sum of {@code later} at least as large as observed; 1 when all values are equal. */
    public static double pGreater(double[] earlier, double[] later) {
        requireValues(earlier, later);
        int[] doubled = doubledRanks(earlier, later);
        int sum = 0;
        for (int i = earlier.length; i < doubled.length; i++) {
            sum += doubled[i];
        }
        return doubled.length <= LARGEST_EXACT ? exact(doubled, later.length, sum) : normal(doubled, later.length, sum);
    }

    private static void requireValues(double[] earlier, double[] later) {
        if (earlier.length == 0 || later.length == 0) {
            throw new IllegalArgumentException(
                    "a rank sum test needs values on both sides: " + earlier.length + " and " + later.length);
        }
    }

    /** Twice the mid-rank of each value, so that tied ranks are whole numbers; the earlier sample first. */
    static int[] doubledRanks(double[] earlier, double[] later) {
        double[] all = Arrays.copyOf(earlier, earlier.length + later.length);
        System.arraycopy(later, 0, all, earlier.length, later.length);
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        int[] ranks = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            ranks[i] = below(sorted, all[i], false) + below(sorted, all[i], true) + 1;
        }
        return ranks;
    }

    private static int below(double[] sorted, double value, boolean orEqual) {
        int count = 0;
        while (count < sorted.length && (sorted[count] < value || orEqual && sorted[count] == value)) {
            count++;
        }
        return count;
    }

    /** Counts, by dynamic programming, in how many of the equally likely choices of {@code m} ranks the sum is as large. */
    private static double exact(int[] doubled, int m, int observed) {
        double[] ways = ways(doubled, m);
        double asLarge = 0;
        for (int sum = observed; sum < ways.length; sum++) {
            asLarge += ways[sum];
        }
        return Math.min(1, asLarge / Arrays.stream(ways).sum());
    }

    /** In how many ways {@code m} of the ranks add up to each sum. */
    static double[] ways(int[] ranks, int m) {
        int most = Arrays.stream(ranks).sum();
        double[][] ways = new double[m + 1][most + 1];
        ways[0][0] = 1;
        int reached = 0;
        for (int rank : ranks) {
            reached += rank;
            for (int chosen = m; chosen >= 1; chosen--) {
                for (int sum = reached; sum >= rank; sum--) {
                    ways[chosen][sum] += ways[chosen - 1][sum - rank];
                }
            }
        }
        return ways[m];
    }

    private static double normal(int[] doubled, int m, int observed) {
        int total = doubled.length;
        double mean = Arrays.stream(doubled).average().orElseThrow();
        double spread =
                Arrays.stream(doubled).mapToDouble(r -> (r - mean) * (r - mean)).sum() / total;
        double variance = spread * m * (total - m) / (total - 1.0);
        return variance == 0 ? 1 : Normal.upperTail((observed - 1 - m * mean) / StrictMath.sqrt(variance));
    }
}

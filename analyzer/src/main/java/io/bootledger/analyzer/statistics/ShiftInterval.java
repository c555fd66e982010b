package io.bootledger.analyzer.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The confidence interval of Hodges and Lehmann's shift between samples of given sizes, at 95 % at least: the shifts that the
 * two-sided rank sum test does not reject. Exact for samples without ties; for more than {@value RankSum#LARGEST_EXACT} values
 * by the normal approximation.
 */
public final class ShiftInterval {
    private static final double TAIL = 0.025;
    private static final double NORMAL_QUANTILE = 1.959964;

    /** How many differences lie below the interval, and as many above, plus one; 0 when no interval reaches 95 %. */
    private final int depth;

    /** The lowest and the highest shift that the samples allow. */
    public record Range(double low, double high) {}

    private ShiftInterval(int depth) {
        this.depth = depth;
    }

    public static ShiftInterval forSizes(int earlier, int later) {
        return new ShiftInterval(
                earlier + later <= RankSum.LARGEST_EXACT ? exact(earlier, later) : normal(earlier, later));
    }

    /** The largest depth whose probability below, by chance, is at most {@link #TAIL}. */
    private static int exact(int n, int m) {
        double[] ways = RankSum.ways(IntStream.rangeClosed(1, n + m).toArray(), m);
        double all = Arrays.stream(ways).sum();
        int smallest = m * (m + 1) / 2;
        double below = 0;
        int depth = 0;
        while ((below += ways[smallest + depth]) / all <= TAIL) {
            depth++;
        }
        return depth;
    }

    private static int normal(int n, int m) {
        double pairs = (double) n * m;
        return Math.max(0, (int) (pairs / 2 - NORMAL_QUANTILE * StrictMath.sqrt(pairs * (n + m + 1) / 12)));
    }

    /** The interval; null when samples are too few for one, as three and three are. */
    public @Nullable Range of(double[] earlier, double[] later) {
        if (depth == 0) {
            return null;
        }
        double[] shifts = Median.differences(earlier, later);
        Arrays.sort(shifts);
        return new Range(shifts[depth - 1], shifts[shifts.length - depth]);
    }
}

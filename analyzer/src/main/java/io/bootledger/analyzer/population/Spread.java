package io.bootledger.analyzer.population;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How durations are spread, in microseconds.
 *
 * @param count how many durations; at least 1
 * @param medianUs the middle one, or the mean of the two middle ones, rounded down
 * @param p95Us the 95th percentile by nearest rank: the smallest one that at least 95 % of them do not exceed
 * @param cvPermille coefficient of variation in thousandths: the sample standard deviation as a share of the mean; null for a
 *     single duration, and where the mean is not above 0
 */
public record Spread(
        int count,
        long minUs,
        long medianUs,
        long p95Us,
        long maxUs,
        @Nullable Long cvPermille) {

    /** The spread of these; null when there are none. */
    public static @Nullable Spread of(long... durationsUs) {
        long[] sorted = durationsUs.clone();
        return ofRange(sorted, 0, sorted.length);
    }

    /** The spread of a part of an array, which is sorted on the way; null for an empty part. */
    static @Nullable Spread ofRange(long[] values, int from, int to) {
        int count = to - from;
        if (count == 0) {
            return null;
        }
        Arrays.sort(values, from, to);
        long upper = values[from + count / 2];
        long lower = values[from + (count - 1) / 2];
        int rank = (int) ((count * 95L + 99) / 100);
        return new Spread(
                count,
                values[from],
                lower + (upper - lower) / 2,
                values[from + rank - 1],
                values[to - 1],
                variation(values, from, to));
    }

    /** Over sorted values, so that their order on the way here changes no digit. */
    private static @Nullable Long variation(long[] values, int from, int to) {
        int count = to - from;
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += (double) values[i] / count;
        }
        if (count < 2 || mean <= 0) {
            return null;
        }
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return Math.round(1_000 * Math.sqrt(squares / (count - 1)) / mean);
    }
}

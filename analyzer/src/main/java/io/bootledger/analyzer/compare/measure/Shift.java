package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.statistics.ShiftInterval;
import io.bootledger.analyzer.statistics.ShiftInterval.Range;
import org.jspecify.annotations.Nullable;

/**
 * By how much something changed, in microseconds.
 *
 * @param us Hodges-Lehmann estimate of candidate minus baseline
 * @param lowUs with 95 % confidence it is no less; null when the boots are too few to tell: fewer than four a side
 * @param highUs with 95 % confidence it is no more; null when the boots are too few to tell
 */
public record Shift(long us, @Nullable Long lowUs, @Nullable Long highUs) {
    public static Shift of(double[] baseline, double[] candidate, ShiftInterval interval) {
        Range range = interval.of(baseline, candidate);
        long us = Math.round(Median.shift(baseline, candidate));
        return range == null
                ? new Shift(us, null, null)
                : new Shift(us, Math.round(range.low()), Math.round(range.high()));
    }

    /** Whether chance is ruled out: the interval does not hold 0. Null when the boots are too few to tell. */
    public @Nullable Boolean certain() {
        return lowUs == null || highUs == null ? null : Boolean.valueOf(lowUs > 0 || highUs < 0);
    }
}

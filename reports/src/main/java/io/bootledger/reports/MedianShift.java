package io.bootledger.reports;

import org.jspecify.annotations.Nullable;

/**
 * Two medians, and the typical difference of a boot of the one side and a boot of the other. Where boots come in two kinds, fast ones and
 * slow ones, the medians may differ by much and two boots typically by little, or the other way round: then a reader who is shown one of
 * the two beside the medians sees a contradiction.
 *
 * @param shiftUs the typical difference
 * @param perMille the same in thousandths of the earlier median; null when that is 0
 */
public record MedianShift(
        long beforeUs, long afterUs, long shiftUs, @Nullable Long perMille) {
    /** A reader minds two numbers that should be one when they differ by more than a quarter ... */
    private static final int NOTICED = 4;
    /** ... and by more than what rounding the durations beside them hides. */
    private static final int ROUNDING = 200;

    /** Whether the difference of the medians is the typical one. */
    public boolean agrees() {
        long largest = Math.max(Math.abs(mediansUs()), Math.abs(shiftUs));
        long rounding = Math.max(beforeUs, afterUs) / ROUNDING;
        return Math.abs(mediansUs() - shiftUs) <= Math.max(largest / NOTICED, rounding);
    }

    private long mediansUs() {
        return afterUs - beforeUs;
    }

    /** {@code +438 ms, +1.8 %}; or both, each as what it is: {@code medians +757 ms, two boots typically +245 ms}. */
    public String words() {
        return agrees()
                ? DurationText.difference(shiftUs, perMille)
                : "medians " + DurationText.signed(mediansUs()) + ", two boots typically "
                        + DurationText.signed(shiftUs);
    }
}

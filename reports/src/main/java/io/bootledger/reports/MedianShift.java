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
    /** Whether the difference of the medians is the typical one, as far as rounding lets a reader see: three numbers, each half a step off. */
    public boolean agrees() {
        return 2 * Math.abs(mediansUs() - shiftUs) <= 3 * DurationText.stepUs(Math.max(beforeUs, afterUs));
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

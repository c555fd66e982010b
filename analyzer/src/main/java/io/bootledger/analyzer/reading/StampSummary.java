package io.bootledger.analyzer.reading;

import org.jspecify.annotations.Nullable;

/**
 * A boot's time stamps as a whole.
 *
 * @param stamped events that have one
 * @param unstamped events that have none
 * @param firstUs the first one
 * @param stepsBack how often one is before the one preceding it
 * @param firstStepBackLine where that happens first
 * @param largestStepBackUs the farthest that it steps back
 * @param leaps how often one is before the one preceding it by more than clocks of CPUs differ
 * @param wholeSeconds whether all are whole seconds, as those made from a wall clock are
 */
public record StampSummary(
        long stamped,
        long unstamped,
        @Nullable Long firstUs,
        long stepsBack,
        @Nullable Long firstStepBackLine,
        long largestStepBackUs,
        long leaps,
        boolean wholeSeconds) {
    private static final long SOON_US = 100_000;
    /** A log in order leaps back where a clock is set, or another CPU's is behind: a few times in hundreds of lines. */
    private static final long ONE_OF = 8;

    /** Whether its lines stand in no order of time, as those that somebody sorted or picked do: nothing can be added up over them. */
    public boolean unordered() {
        return leaps > 1 && leaps >= stamped / ONE_OF;
    }

    /** Whether the first is too late for the beginning of a boot. */
    boolean beginsLate() {
        return firstUs == null || firstUs > SOON_US;
    }
}

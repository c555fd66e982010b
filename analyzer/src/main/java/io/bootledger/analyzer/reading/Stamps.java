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
 * @param wholeSeconds whether all are whole seconds, as those made from a wall clock are
 */
public record Stamps(
        long stamped,
        long unstamped,
        @Nullable Long firstUs,
        long stepsBack,
        @Nullable Long firstStepBackLine,
        long largestStepBackUs,
        boolean wholeSeconds) {
    private static final long SOON_US = 100_000;

    /** Whether the first is too late for the beginning of a boot. */
    boolean beginsLate() {
        return firstUs == null || firstUs > SOON_US;
    }
}

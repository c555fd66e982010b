package io.bootledger.analyzer.clock;

import io.bootledger.analyzer.clock.DoubtfulStretch.Reason;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the stamps of a boot are in doubt, and how coarse they are.
 *
 * @param stretches in the order in which they begin; most boots have none
 * @param coarseUs how far two stamps may be nearer or farther than their lines: a second where they are whole seconds of a wall clock
 */
public record ClockDoubts(List<DoubtfulStretch> stretches, long coarseUs) {
    /** All stamps are believed. */
    public static final ClockDoubts NONE = new ClockDoubts(List.of(), 0);

    private static final long SECOND_MICROS = 1_000_000;

    public ClockDoubts {
        stretches = List.copyOf(stretches);
    }

    /** The same, of stamps that are whole seconds. */
    public ClockDoubts inWholeSeconds() {
        return new ClockDoubts(stretches, SECOND_MICROS);
    }

    /** Why a line's stamp is in doubt; null when it is not. */
    public @Nullable Reason at(long line) {
        for (DoubtfulStretch stretch : stretches) {
            if (stretch.holds(line)) {
                return stretch.reason();
            }
        }
        return null;
    }

    /** Why an initcall's duration is in doubt: it began in such a stretch, or ended in one. Null when it did neither. */
    public @Nullable Reason at(Initcall call) {
        Reason began = at(call.line());
        return began != null || call.endLine() == null ? began : at(call.endLine());
    }

    /** Why a probe's duration is in doubt; null when it is not. */
    public @Nullable Reason at(Probe probe) {
        return at(probe.line());
    }

    /** How much of a span between two stamps is in doubt; 0 without both. */
    public long within(@Nullable Long startUs, @Nullable Long endUs) {
        if (startUs == null || endUs == null) {
            return 0;
        }
        return stretches.stream()
                .mapToLong(stretch -> stretch.overlapUs(startUs, endUs))
                .sum();
    }
}

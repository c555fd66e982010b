package io.bootledger.analyzer.timeline;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to bind a driver to a device.
 *
 * @param driver null where the log does not name it
 * @param pid the task that tried; null where the log does not say
 * @param startUs end minus duration: only the end is printed
 * @param returnValue as printed; what it means depends on the kernel's version; null where it prints none (4.15)
 * @param errno the error's name, whichever sign the kernel printed; null when bound
 */
public record Probe(
        String device,
        @Nullable String driver,
        @Nullable Integer pid,
        @Nullable Long startUs,
        @Nullable Long endUs,
        @Nullable Long durationUs,
        @Nullable Integer returnValue,
        @Nullable String errno,
        Outcome outcome,
        long line) {
    /** When it began, of a probe of which that is known. */
    public long knownStartUs() {
        return Objects.requireNonNull(startUs, "its start is unknown");
    }

    /** When it ended, of a probe of which that is known. */
    public long knownEndUs() {
        return Objects.requireNonNull(endUs, "its end is unknown");
    }

    /** How long it took, of a probe of which that is known. */
    public long knownDurationUs() {
        return Objects.requireNonNull(durationUs, "its duration is unknown");
    }
}

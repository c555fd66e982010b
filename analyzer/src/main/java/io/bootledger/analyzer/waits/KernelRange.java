package io.bootledger.analyzer.waits;

import io.bootledger.traces.event.KernelVersion;
import org.jspecify.annotations.Nullable;

/**
 * The kernels for which something holds.
 *
 * @param from the first of them; null when there is none before
 * @param until the first after them; null when it still holds
 */
record KernelRange(@Nullable KernelVersion from, @Nullable KernelVersion until) {

    /** Whether it holds for a kernel; of an unknown one nothing does that some kernel contradicts. */
    boolean holds(@Nullable KernelVersion version) {
        if (version == null) {
            return from == null && until == null;
        }
        return (from == null || version.compareTo(from) >= 0) && (until == null || version.compareTo(until) < 0);
    }
}

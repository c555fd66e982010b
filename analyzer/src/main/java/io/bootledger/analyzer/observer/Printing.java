package io.bootledger.analyzer.observer;

import io.bootledger.analyzer.phases.Handover;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel printed, and how much of it when it came near user space.
 *
 * @param whole up to the first line that says that init runs, or to the end of the log
 * @param until up to a line at which the kernel may hand over, itself included
 */
public record Printing(Printed whole, Map<Long, Printed> until) {
    public Printing {
        until = Map.copyOf(until);
    }

    /** What was printed until the hand-over. */
    public Printed until(@Nullable Handover handover) {
        return handover == null ? whole : until.getOrDefault(handover.line(), whole);
    }
}

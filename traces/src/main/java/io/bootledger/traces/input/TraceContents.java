package io.bootledger.traces.input;

import io.bootledger.traces.format.LogContents;
import io.bootledger.traces.stream.EventsRead;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read.
 *
 * @param boots boots that were read; 0 means that no line came from a kernel, or none from one that was booting
 * @param runningKernel whether kernels spoke that were not booting
 * @param kind what the bytes are, in words for people: {@code nothing}, {@code a PNG picture}, {@code text}
 * @param unknown types of events that were passed over, since only a newer Bootledger knows them
 */
public record TraceContents(int boots, boolean runningKernel, String kind, Set<String> unknown) {
    /** Why there is no boot in it, for people: {@code it holds a PNG picture, and no line of a kernel}; null when there is one. */
    public @Nullable String complaint() {
        if (boots > 0) {
            return null;
        }
        return runningKernel
                ? "it holds the words of a kernel that has been running for minutes, and nothing of its boot"
                : "it holds " + kind + ", and no line of a kernel";
    }

    public static TraceContents of(LogContents log) {
        return new TraceContents(log.boots(), log.runningKernel(), log.kind(), Set.of());
    }

    public static TraceContents of(EventsRead events) {
        return new TraceContents(
                events.boots(), false, "a header of events", events.unknown().keySet());
    }
}

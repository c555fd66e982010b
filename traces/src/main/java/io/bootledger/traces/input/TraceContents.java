package io.bootledger.traces.input;

import io.bootledger.traces.format.LogContents;
import io.bootledger.traces.stream.EventsRead;
import java.util.Set;

/**
 * What was read.
 *
 * @param boots boots that were read; 0 means that no line came from a kernel, or none from one that was booting
 * @param runningKernel whether kernels spoke that were not booting
 * @param kind what the bytes are, in words for people: {@code nothing}, {@code a PNG picture}, {@code text}
 * @param unknown types of events that were passed over, since only a newer Bootledger knows them
 */
public record TraceContents(int boots, boolean runningKernel, String kind, Set<String> unknown) {
    static TraceContents of(LogContents log) {
        return new TraceContents(log.boots(), log.runningKernel(), log.kind(), Set.of());
    }

    static TraceContents of(EventsRead events) {
        return new TraceContents(
                events.boots(), false, "a header of events", events.unknown().keySet());
    }
}

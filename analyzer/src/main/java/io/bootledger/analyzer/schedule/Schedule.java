package io.bootledger.analyzer.schedule;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.TraceJoined;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trace beside the log tells of the boot's initcalls.
 *
 * @param joined which trace; null without one
 * @param calls those of which the scheduler's events are known
 */
public record Schedule(@Nullable TraceJoined joined, Map<Key, ScheduledCall> calls) {
    /** A log alone. */
    public static final Schedule NONE = new Schedule(null, Map.of());

    public Schedule {
        calls = Map.copyOf(calls);
    }

    /** A call, by its symbol and by when the log says that it returned: symbols alone are not unique. */
    record Key(String symbol, long endUs) {}

    /** What became of a call's task; null where no trace tells. */
    public @Nullable ScheduledCall of(Initcall call) {
        return calls.isEmpty() || call.endUs() == null
                ? null
                : calls.get(new Key(call.symbol().printed(), call.endUs()));
    }
}

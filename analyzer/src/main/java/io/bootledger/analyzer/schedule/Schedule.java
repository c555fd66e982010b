package io.bootledger.analyzer.schedule;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.traces.event.TraceJoined;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trace beside the log tells of the boot's initcalls and probes.
 *
 * @param joined which trace; null without one
 * @param calls the initcalls of which the scheduler's events are known
 * @param probes the probes inside them
 */
public record Schedule(@Nullable TraceJoined joined, Map<Key, ScheduledCall> calls, Map<Key, ScheduledCall> probes) {
    /** A log alone. */
    public static final Schedule NONE = new Schedule(null, Map.of(), Map.of());

    public Schedule {
        calls = Map.copyOf(calls);
        probes = Map.copyOf(probes);
    }

    /** A symbol or a device, and when the log says that it returned: names alone are not unique. */
    record Key(String name, long endUs) {}

    /** What became of a call's task; null where no trace tells. */
    public @Nullable ScheduledCall of(Initcall call) {
        return calls.isEmpty() || call.endUs() == null
                ? null
                : calls.get(new Key(call.symbol().printed(), call.endUs()));
    }

    /** The same of a probe. */
    public @Nullable ScheduledCall of(Probe probe) {
        return probes.isEmpty() || probe.endUs() == null ? null : probes.get(new Key(probe.device(), probe.endUs()));
    }
}

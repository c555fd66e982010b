package io.bootledger.analyzer.schedule;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.analyzer.timeline.TimelineProjection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.TraceJoined;
import io.bootledger.traces.event.call.InitcallScheduled;
import io.bootledger.traces.event.call.ProbeScheduled;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what a trace tells of the initcalls and probes. Bounded as the timeline is. */
public final class ScheduleProjection implements Projection<Schedule> {
    private static final Set<Class<? extends BootEvent>> USED =
            Set.of(InitcallScheduled.class, ProbeScheduled.class, TraceJoined.class);

    private final Map<Schedule.Key, ScheduledCall> calls = new HashMap<>();
    private final Map<Schedule.Key, ScheduledCall> probes = new HashMap<>();
    private @Nullable TraceJoined joined;

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return USED;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        if (event instanceof TraceJoined trace && trace.addsUp()) {
            joined = trace;
        } else if (event instanceof InitcallScheduled call
                && recorded.time() != null
                && call.addsUp()
                && call.ranUs() != null
                && call.runnableUs() != null
                && calls.size() < TimelineProjection.MOST) {
            Schedule.Key key =
                    new Schedule.Key(call.symbol().printed(), recorded.time().micros());
            calls.putIfAbsent(key, new ScheduledCall(call.ranUs(), call.runnableUs(), call.sleeps()));
        } else if (event instanceof ProbeScheduled probe
                && recorded.time() != null
                && probe.addsUp()
                && probes.size() < TimelineProjection.MOST) {
            Schedule.Key key = new Schedule.Key(probe.device(), recorded.time().micros());
            probes.putIfAbsent(key, new ScheduledCall(probe.ranUs(), probe.runnableUs(), probe.sleeps()));
        }
    }

    @Override
    public Schedule view() {
        return new Schedule(joined, calls, probes);
    }
}

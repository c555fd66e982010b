package io.bootledger.analyzer.schedule;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.analyzer.timeline.TimelineProjection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.TraceJoined;
import io.bootledger.traces.event.call.InitcallScheduled;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what a trace tells of the initcalls. Bounded as the timeline is. */
public final class ScheduleProjection implements Projection<Schedule> {
    private static final Set<Class<? extends BootEvent>> USED = Set.of(InitcallScheduled.class, TraceJoined.class);

    private final Map<Schedule.Key, ScheduledCall> calls = new HashMap<>();
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
        }
    }

    @Override
    public Schedule view() {
        return new Schedule(joined, calls);
    }
}

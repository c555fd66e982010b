package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.Projection;
import io.bootledger.analyzer.timeline.TimelineProjection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallFinished;
import io.bootledger.traces.event.InitcallMisbehaved;
import io.bootledger.traces.event.InitcallStarted;
import io.bootledger.traces.event.LevelEntered;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keeps what the log says about initcalls and their levels, in order: as many events as there can be spans, and 32 MB of lines. */
public final class CallEventsProjection implements Projection<List<RecordedEvent>> {
    private static final int MOST = 2 * TimelineProjection.MOST;
    private static final int MOST_BYTES = 32 << 20;

    private static final Set<Class<? extends BootEvent>> USED =
            Set.of(InitcallStarted.class, InitcallFinished.class, InitcallMisbehaved.class, LevelEntered.class);

    private final List<RecordedEvent> events = new ArrayList<>();
    private int bytes;

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return USED;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (USED.contains(recorded.event().getClass()) && events.size() < MOST) {
            events.add(affordable(recorded));
        }
    }

    /** Without its line when there are too many. */
    private RecordedEvent affordable(RecordedEvent recorded) {
        LogText text = recorded.origin().text();
        int length = text == null ? 0 : text.length();
        if (length <= MOST_BYTES - bytes) {
            bytes += length;
            return recorded;
        }
        return new RecordedEvent(
                recorded.sequence(),
                recorded.time(),
                recorded.caller(),
                recorded.priority(),
                recorded.event(),
                new Origin(recorded.origin().line(), null));
    }

    @Override
    public List<RecordedEvent> view() {
        return List.copyOf(events);
    }
}

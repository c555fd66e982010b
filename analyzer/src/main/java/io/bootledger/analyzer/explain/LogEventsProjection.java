package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.analyzer.timeline.TimelineProjection;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the log says, in order: as many events as there can be spans, and 32 MB of lines. Ordinary messages, of which a log may
 * hold any number, are kept up to 8 MB, so that they displace nothing else; the last line of all is kept in any case.
 */
public final class LogEventsProjection implements Projection<List<RecordedEvent>> {
    private static final int MOST = 2 * TimelineProjection.MOST;

    private final List<RecordedEvent> events = new ArrayList<>();
    private final Room statements = new Room(32 << 20);
    private final Room messages = new Room(8 << 20);
    private @Nullable RecordedEvent last;

    @Override
    public void apply(RecordedEvent recorded) {
        if (recorded.event() instanceof BootRecorded) {
            return;
        }
        boolean ordinary = recorded.event() instanceof MessageLogged;
        boolean kept = ordinary ? messages.holds(recorded) : statements.events < MOST;
        last = kept ? null : recorded;
        if (kept) {
            events.add((ordinary ? messages : statements).take(recorded));
        }
    }

    @Override
    public List<RecordedEvent> view() {
        List<RecordedEvent> view = new ArrayList<>(events);
        if (last != null) {
            view.add(last);
        }
        return List.copyOf(view);
    }

    /** How much of one sort of event is kept. */
    private static final class Room {
        private final int mostBytes;
        private int events;
        private int bytes;

        Room(int mostBytes) {
            this.mostBytes = mostBytes;
        }

        /** Whether there is room for it, and for its line. */
        boolean holds(RecordedEvent recorded) {
            return events < MOST && length(recorded) <= mostBytes - bytes;
        }

        /** The event, without its line where that is too long. */
        RecordedEvent take(RecordedEvent recorded) {
            RecordedEvent taken = holds(recorded) ? recorded : withoutLine(recorded);
            events++;
            bytes += length(taken);
            return taken;
        }

        private static int length(RecordedEvent recorded) {
            LogText text = recorded.origin().text();
            return text == null ? 0 : text.length();
        }

        private static RecordedEvent withoutLine(RecordedEvent recorded) {
            return new RecordedEvent(
                    recorded.sequence(),
                    recorded.time(),
                    recorded.caller(),
                    recorded.priority(),
                    recorded.event(),
                    new Origin(recorded.origin().line(), null));
        }
    }
}

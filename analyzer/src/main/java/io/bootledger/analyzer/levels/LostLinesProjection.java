package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The lines where messages were lost, ascending: level lines may have been among them. */
public final class LostLinesProjection implements Projection<List<Long>> {
    /** Further losses change nothing: by then no level line is trusted. */
    private static final int MOST = 1_000;

    private final List<Long> lines = new ArrayList<>();

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return Set.of(MessagesLost.class);
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (recorded.event() instanceof MessagesLost && lines.size() < MOST) {
            lines.add(recorded.origin().line());
        }
    }

    @Override
    public List<Long> view() {
        return List.copyOf(lines);
    }
}

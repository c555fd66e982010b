package io.bootledger.traces.store;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that the boots of a log would have in a store, without keeping them. It wants every event. */
public final class BootNames implements EventSink {
    private static final BootOrigin NOWHERE = new BootOrigin("", 1);

    private final List<BootId> names = new ArrayList<>();
    private @Nullable BootHeading boot;

    @Override
    public void accept(RecordedEvent event) {
        BootHeading current = boot == null ? new BootHeading(NOWHERE) : boot;
        boot = current;
        current.accept(event);
        if (event.event() instanceof BootRecorded) {
            names.add(current.finish().id());
            boot = null;
        }
    }

    /** Of the boots that have ended, in the order of the log. */
    public List<BootId> names() {
        return List.copyOf(names);
    }
}

package io.bootledger.traces.store;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that the boots of a log would have in a store, without keeping them. It wants every event. */
public final class BootNames implements EventSink {
    private static final BootOrigin NOWHERE = new BootOrigin("", 1);

    private final List<BootId> names = new ArrayList<>();
    private @Nullable HashedEvents boot;

    @Override
    public void accept(RecordedEvent event) {
        HashedEvents current = boot == null ? new HashedEvents(OutputStream.nullOutputStream(), NOWHERE) : boot;
        boot = current;
        current.accept(event);
        if (event.event() instanceof BootRecorded) {
            names.add(finished(current));
            boot = null;
        }
    }

    private static BootId finished(HashedEvents boot) {
        try {
            return boot.finish().id();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written", e);
        }
    }

    /** Of the boots that have ended, in the order of the log. */
    public List<BootId> names() {
        return List.copyOf(names);
    }
}

package io.bootledger.traces.store;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.store.Appended.How;
import io.bootledger.traces.stream.EventsRead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store that lasts as long as the object. */
public final class MemoryEventStore implements EventStore {
    private record Boot(BootHeader header, List<RecordedEvent> events) {}

    private final SortedMap<BootId, Boot> boots = new TreeMap<>();
    private final Set<BootId> forgotten = new HashSet<>();

    @Override
    public BootWriter append(BootOrigin origin) {
        return new Writer(origin);
    }

    @Override
    public synchronized boolean contains(BootId id) {
        return boots.containsKey(id);
    }

    @Override
    public synchronized List<BootId> boots() {
        return List.copyOf(boots.keySet());
    }

    @Override
    public BootHeader header(BootId id) throws IOException {
        return boot(id).header();
    }

    @Override
    public EventsRead read(BootId id, EventSink sink) throws IOException {
        List<RecordedEvent> events = boot(id).events();
        events.forEach(sink::accept);
        return new EventsRead(events.size(), new TreeMap<>(Map.of()), 1);
    }

    @Override
    public synchronized void forget(BootId id) {
        boots.remove(id);
        forgotten.add(id);
    }

    private synchronized Boot boot(BootId id) throws IOException {
        Boot boot = boots.get(id);
        if (boot == null) {
            throw new NoSuchFileException(id.hex());
        }
        return boot;
    }

    private synchronized Appended add(Boot boot) {
        BootId id = boot.header().id();
        if (forgotten.contains(id)) {
            return new Appended(id, How.FORGOTTEN);
        }
        @Nullable Boot there = boots.putIfAbsent(id, boot);
        return new Appended(id, there == null ? How.ADDED : How.ALREADY_THERE);
    }

    private final class Writer implements BootWriter {
        private final List<RecordedEvent> events = new ArrayList<>();
        private final HashedEvents lines;

        Writer(BootOrigin origin) {
            this.lines = new HashedEvents(OutputStream.nullOutputStream(), origin);
        }

        @Override
        public void accept(RecordedEvent event) {
            lines.accept(event);
            events.add(event);
        }

        @Override
        public Appended commit() throws IOException {
            return add(new Boot(lines.finish(), List.copyOf(events)));
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}

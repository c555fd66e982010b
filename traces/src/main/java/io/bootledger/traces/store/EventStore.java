package io.bootledger.traces.store;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.stream.EventsRead;
import java.io.IOException;
import java.util.List;

/**
 * Boots, kept as their events. A boot is in the store whole or not at all, is named by its events, and is never changed. Any
 * number of writers and readers may use a store at the same time; none waits for another.
 */
public interface EventStore {
    /** Begins to keep a boot. */
    BootWriter append(BootOrigin origin) throws IOException;

    boolean contains(BootId id) throws IOException;

    /** The names of all boots, in their order. */
    List<BootId> boots() throws IOException;

    /** @throws IOException when there is no such boot, or it is damaged */
    BootHeader header(BootId id) throws IOException;

    /**
     * Hands over a boot's events, in order.
     *
     * @throws IOException when there is no such boot, or it is damaged; some events may have been handed over then
     */
    EventsRead read(BootId id, EventSink sink) throws IOException;

    /** The boot is no longer there, and cannot come back by being kept again. Without effect for a boot forgotten before. */
    void forget(BootId id) throws IOException;

    /** The boots whose names begin so. */
    default List<BootId> startingWith(String prefix) throws IOException {
        return boots().stream().filter(id -> id.startsWith(prefix)).toList();
    }
}

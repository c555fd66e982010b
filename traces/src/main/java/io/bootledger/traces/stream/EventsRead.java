package io.bootledger.traces.stream;

import java.util.SortedMap;

/**
 * How the reading of an events file went.
 *
 * @param events handed over
 * @param unknown lines passed over because a newer Bootledger wrote them, by the type of their event
 * @param boots whose end was read or, where the events break off, made
 */
public record EventsRead(long events, SortedMap<String, Long> unknown, int boots) {
    /** Lines of events that were read. */
    public long lines() {
        return events + unknown.values().stream().mapToLong(Long::longValue).sum();
    }
}

package io.bootledger.traces.store;

import java.util.SortedMap;

/**
 * How the reading of an events file went.
 *
 * @param events handed over
 * @param unknown lines passed over because a newer Bootledger wrote them, by the type of their event
 */
public record EventsRead(long events, SortedMap<String, Long> unknown) {
    long lines() {
        return events + unknown.values().stream().mapToLong(Long::longValue).sum();
    }
}

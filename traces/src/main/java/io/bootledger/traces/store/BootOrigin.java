package io.bootledger.traces.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a boot came from, as the one who keeps it says.
 *
 * @param log name of the log
 * @param number of the boot in that log, from 1
 * @param tags what else is known of it: {@code board=x}
 */
public record BootOrigin(String log, int number, SortedMap<String, String> tags) {
    public BootOrigin {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** Without tags. */
    public BootOrigin(String log, int number) {
        this(log, number, new TreeMap<>());
    }
}

package io.bootledger.analyzer.compare;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of one boot, in microseconds.
 *
 * @param boot which boot: its log, for people
 * @param incomplete why it cannot be compared: {@code never reached init}; null when it can
 * @param totalUs from the first record until init runs; null when the boot did not get there
 * @param phases durations by phase
 * @param levels durations by level
 * @param initcalls durations by initcall
 * @param returns what each initcall returned, where known
 * @param failures what really failed: initcalls, probes, modules
 */
public record BootMeasures(
        String boot,
        @Nullable String incomplete,
        @Nullable Long totalUs,
        SortedMap<String, Long> phases,
        SortedMap<String, Long> levels,
        SortedMap<InitcallKey, Long> initcalls,
        Map<InitcallKey, Integer> returns,
        SortedSet<String> failures) {
    public BootMeasures {
        phases = Collections.unmodifiableSortedMap(new TreeMap<>(phases));
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        initcalls = Collections.unmodifiableSortedMap(new TreeMap<>(initcalls));
        returns = Map.copyOf(returns);
        failures = Collections.unmodifiableSortedSet(new TreeSet<>(failures));
    }
}

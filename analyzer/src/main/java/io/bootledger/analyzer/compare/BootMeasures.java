package io.bootledger.analyzer.compare;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
 */
public record BootMeasures(
        String boot,
        @Nullable String incomplete,
        @Nullable Long totalUs,
        SortedMap<String, Long> phases,
        SortedMap<String, Long> levels,
        SortedMap<InitcallKey, Long> initcalls,
        Map<InitcallKey, Integer> returns) {
    public BootMeasures {
        phases = new TreeMap<>(phases);
        levels = new TreeMap<>(levels);
        initcalls = new TreeMap<>(initcalls);
        returns = Map.copyOf(returns);
    }
}

package io.bootledger.reports.trace;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.probes.Deferral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What grows and falls while a kernel boots.
 *
 * @param name of what: {@code calls}
 * @param series which of these: {@code at once}
 * @param values by time, in microseconds, from when it changes on
 */
record Counter(String name, String series, SortedMap<Long, Long> values) {
    private static final Set<String> CALLS = Set.of(CallSlices.INITCALL, CallSlices.PROBE, CallSlices.ASYNC);

    /** How many calls the log tells to have run by then, how many at once, and how many devices' probes are put off. */
    static List<Counter> of(BootAnalysis boot, List<Track> tracks) {
        List<Slice> calls = tracks.stream()
                .flatMap(track -> track.slices().stream())
                .filter(slice -> CALLS.contains(slice.category()))
                .toList();
        List<Counter> counters = new ArrayList<>();
        add(
                "calls",
                "ended",
                calls.stream().filter(CallSlices::isEnded).map(call -> Map.entry(call.endUs(), 1L)),
                counters);
        add(
                "calls",
                "at once",
                calls.stream()
                        .filter(call -> call.endUs() > call.startUs())
                        .flatMap(call -> Stream.of(Map.entry(call.startUs(), 1L), Map.entry(call.endUs(), -1L))),
                counters);
        add("devices", "deferred", boot.accounting().deferrals().stream().flatMap(Counter::changes), counters);
        return counters;
    }

    private static Stream<Map.Entry<Long, Long>> changes(Deferral deferral) {
        Long first = deferral.firstUs();
        Long retry = deferral.retryUs();
        return first == null
                ? Stream.empty()
                : retry == null
                        ? Stream.of(Map.entry(first, 1L))
                        : Stream.of(Map.entry(first, 1L), Map.entry(retry, -1L));
    }

    private static void add(String name, String series, Stream<Map.Entry<Long, Long>> changes, List<Counter> counters) {
        SortedMap<Long, Long> byTime = new TreeMap<>();
        changes.forEach(change -> byTime.merge(change.getKey(), change.getValue(), Long::sum));
        long value = 0;
        for (Map.Entry<Long, Long> change : byTime.entrySet()) {
            value += change.getValue();
            change.setValue(value);
        }
        if (!byTime.isEmpty()) {
            counters.add(new Counter(name, series, byTime));
        }
    }
}

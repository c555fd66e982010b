package io.bootledger.analyzer.population;

import io.bootledger.analyzer.compare.measure.Segments;
import io.bootledger.analyzer.population.PopulationTallies.SegmentTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How long boots took from power-on to login, by who ran.
 */
final class SegmentColumns {
    private static final class Column {
        private final LongColumn us = new LongColumn();
        private long places;
    }

    private final Map<String, Column> columns = new TreeMap<>();

    void add(Segments segments) {
        List<String> names = new ArrayList<>(segments.us().keySet());
        int kernel = Math.max(0, names.indexOf(Segments.KERNEL));
        for (int at = 0; at < names.size(); at++) {
            Column column = columns.computeIfAbsent(names.get(at), name -> new Column());
            column.us.add(Objects.requireNonNull(segments.us().get(names.get(at)), "it is one of these names"));
            column.places += at - kernel;
        }
    }

    List<SegmentTally> tallies() {
        return columns.entrySet().stream()
                .flatMap(entry -> Stream.ofNullable(entry.getValue().us.spread())
                        .map(spread -> new SegmentTally(entry.getKey(), entry.getValue().places, spread)))
                .toList();
    }
}

package io.bootledger.analyzer.population;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.analyzer.compare.measure.FailureKey;
import io.bootledger.analyzer.population.Population.Boots;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts boots: first what is there, then the initcalls' durations, as many at a time as fit. */
final class PopulationFold {
    private final Boots source;
    private final LongColumn totals = new LongColumn();
    private final SegmentColumns segments = new SegmentColumns();
    private final Map<String, LongColumn> phases = new TreeMap<>();
    private final Map<String, LongColumn> levels = new TreeMap<>();
    private final Map<FailureKey, Integer> failures = new TreeMap<>();
    private final Map<String, Integer> deferred = new TreeMap<>();
    private final Map<String, Integer> incomplete = new TreeMap<>();
    private final InitcallTallies initcalls;
    private final KernelTallies kernels = new KernelTallies();
    private int boots;
    private int complete;

    /** @param atOnce how many durations are held at a time */
    PopulationFold(Boots source, int atOnce) {
        this.source = source;
        this.initcalls = new InitcallTallies(atOnce);
    }

    Population population() throws IOException {
        source.forEach(this::count);
        return new PopulationTallies(
                        boots,
                        complete,
                        incomplete,
                        totals.spread(),
                        segments.tallies(),
                        spreads(phases),
                        spreads(levels),
                        initcalls.spreads(source),
                        failures,
                        deferred,
                        kernels.tallies(initcalls.keys()))
                .population();
    }

    private void count(BootSummary boot) {
        boots++;
        boot.failures().forEach(failure -> failures.merge(failure, 1, Integer::sum));
        boot.deferred().forEach(device -> deferred.merge(device, 1, Integer::sum));
        initcalls.count(boot.calls());
        kernels.count(boot, initcalls);
        if (boot.complete()) {
            complete++;
            totals.add(boot.knownTotalUs());
            segments.add(boot.segments());
            add(boot.phases(), phases);
            add(boot.levels(), levels);
        } else {
            incomplete.merge(
                    Objects.requireNonNullElse(boot.incomplete(), BootMeasures.NO_SIGN_OF_INIT), 1, Integer::sum);
        }
    }

    private static void add(Map<String, Long> some, Map<String, LongColumn> all) {
        some.forEach((name, us) ->
                all.computeIfAbsent(name, part -> new LongColumn()).add(us));
    }

    private static Map<String, Spread> spreads(Map<String, LongColumn> columns) {
        Map<String, Spread> spreads = new TreeMap<>();
        columns.forEach(
                (name, column) -> Stream.ofNullable(column.spread()).forEach(spread -> spreads.put(name, spread)));
        return spreads;
    }
}

package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.compare.BootMeasures;
import io.bootledger.analyzer.compare.InitcallKey;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs the gate on recorded boots of one kernel, dealt to two sides, as they are and slowed, and counts what it says. */
public final class RecordedPower {
    private static final String RECORDED = "recorded";
    private static final List<Integer> WHOLE_PERCENT = List.of(2, 5, 10);
    private static final List<Integer> INITCALL_PERCENT = List.of(20, 50, 100);
    private static final List<Long> SIZES_US = List.of(100_000L, 10_000L, 1_000L);
    private static final long SMALLEST_US = 1_000;

    private final List<BootMeasures> boots;
    private final DrawnComparisons comparisons;
    private final GateSettings settings;
    private final int runs;

    /** @param boots complete ones, at least one */
    public RecordedPower(List<BootMeasures> boots, GateSettings settings, int runs, long seed) {
        this.boots = List.copyOf(boots);
        this.comparisons = new DrawnComparisons(boots, seed);
        this.settings = settings;
        this.runs = runs;
    }

    /** Old boots against old boots: whatever is found is a false alarm. */
    public PowerRow unchanged(int perSide) {
        return new PowerRow(RECORDED, null, null, Rates.of(comparisons, perSide, runs, settings, null));
    }

    /** The whole boot slowed, then an initcall of about 100, 10 and 1 ms each, where there is one of at least a millisecond. */
    public List<PowerRow> slowed(int perSide) {
        List<Slowdown> slowdowns = new ArrayList<>();
        WHOLE_PERCENT.forEach(percent -> slowdowns.add(new Slowdown(null, percent)));
        typical()
                .forEach(initcall ->
                        INITCALL_PERCENT.forEach(percent -> slowdowns.add(new Slowdown(initcall, percent))));
        return slowdowns.stream().map(slowdown -> row(slowdown, perSide)).toList();
    }

    private PowerRow row(Slowdown slowdown, int perSide) {
        String slowed = slowdown.initcall() == null ? null : slowdown.initcall().toString();
        return new PowerRow(
                RECORDED,
                slowdown.toString(),
                slowed,
                Rates.of(slowdown.in(comparisons), perSide, runs, settings, slowed));
    }

    private Set<InitcallKey> typical() {
        Map<InitcallKey, Double> medians = medians();
        Set<InitcallKey> typical = new TreeSet<>();
        for (long size : SIZES_US) {
            medians.entrySet().stream()
                    .min(Comparator.comparingDouble((Map.Entry<InitcallKey, Double> entry) ->
                            Math.abs(StrictMath.log(entry.getValue() / size))))
                    .ifPresent(entry -> typical.add(entry.getKey()));
        }
        return typical;
    }

    /** Of the built-in initcalls that every boot has and that take long enough. */
    private Map<InitcallKey, Double> medians() {
        Map<InitcallKey, Double> medians = new TreeMap<>();
        for (InitcallKey key : boots.get(0).initcalls().keySet()) {
            if (key.module() == null
                    && boots.stream().allMatch(boot -> boot.initcalls().containsKey(key))) {
                double median = Median.of(boots.stream()
                        .mapToDouble(boot -> boot.initcalls().get(key))
                        .toArray());
                if (median >= SMALLEST_US) {
                    medians.put(key, median);
                }
            }
        }
        return medians;
    }
}

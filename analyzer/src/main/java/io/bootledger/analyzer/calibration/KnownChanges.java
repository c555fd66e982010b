package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.Injection;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The changes that a gate is tried with: of every kind that a boot can become slower by, from the invisible to the obvious. */
final class KnownChanges {
    private static final long[] AMOUNTS_US = {1_000, 5_000, 20_000, 100_000};
    private static final int[] PERCENT = {2, 5, 10};
    private static final long[] NOW_AND_THEN_US = {100_000, 500_000};
    private static final int NOW_AND_THEN = 3;
    private static final long[] SIZES_US = {100_000, 10_000, 1_000};
    private static final long SMALLEST_US = 1_000;
    private static final String AFTER_INITCALLS = Phase.Kind.FREE_INIT_MEMORY.toString();

    private final List<BootMeasures> boots;
    private final Map<InitcallKey, Double> medians = new TreeMap<>();
    private final List<Injection> changes = new ArrayList<>();

    private KnownChanges(List<BootMeasures> boots) {
        this.boots = boots;
        boots.get(0).initcalls().keySet().stream()
                .filter(key -> boots.stream().allMatch(boot -> boot.initcalls().containsKey(key)))
                .forEach(key -> medians.put(key, medianUs(key)));
    }

    /**
     * All of them.
     *
     * @param names the initcalls to slow; where there are none about one of 100, 10 and 1 ms
     */
    static List<Injection> of(List<BootMeasures> boots, Set<String> names) {
        return new KnownChanges(boots).all(names);
    }

    private double medianUs(InitcallKey key) {
        return Median.of(
                boots.stream().mapToDouble(boot -> boot.initcalls().get(key)).toArray());
    }

    private List<Injection> all(Set<String> names) {
        Set<InitcallKey> slowed = names.isEmpty() ? typical() : named(names);
        slowed.forEach(key -> amounts(us -> Injection.initcall(key, us)));
        longestModule().ifPresent(key -> amounts(us -> Injection.initcall(key, us)));
        fullestLevel().ifPresent(level -> {
            amounts(us -> Injection.added(level, us));
            amounts(us -> Injection.gap(level, us));
        });
        amounts(Injection::beforePid1);
        if (boots.stream().allMatch(boot -> boot.phases().containsKey(AFTER_INITCALLS))) {
            amounts(us -> Injection.phase(AFTER_INITCALLS, us));
        }
        for (int percent : PERCENT) {
            changes.add(Injection.everything(percent));
        }
        slowed.stream()
                .max(Comparator.comparingDouble(medians::get))
                .ifPresent(key -> LongStream.of(NOW_AND_THEN_US)
                        .forEach(us -> changes.add(Injection.initcall(key, us).inOneOf(NOW_AND_THEN))));
        return changes;
    }

    private void amounts(LongFunction<Injection> change) {
        LongStream.of(AMOUNTS_US).mapToObj(change).forEach(changes::add);
    }

    private Set<InitcallKey> named(Set<String> names) {
        return medians.keySet().stream()
                .filter(key -> names.contains(key.toString()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of the built-in initcalls that take long enough. */
    private Set<InitcallKey> typical() {
        Set<InitcallKey> typical = new TreeSet<>();
        for (long size : SIZES_US) {
            medians.entrySet().stream()
                    .filter(entry -> entry.getKey().module() == null && entry.getValue() >= SMALLEST_US)
                    .min(Comparator.comparingDouble(entry -> Math.abs(StrictMath.log(entry.getValue() / size))))
                    .ifPresent(entry -> typical.add(entry.getKey()));
        }
        return typical;
    }

    private Optional<InitcallKey> longestModule() {
        return medians.entrySet().stream()
                .filter(entry -> entry.getKey().module() != null)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private Optional<String> fullestLevel() {
        return boots.get(0).course().levels().values().stream()
                .filter(level -> boots.get(0).gaps().containsKey(level))
                .collect(Collectors.groupingBy(level -> level, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }
}

package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.BootMeasures;
import io.bootledger.analyzer.compare.InitcallKey;
import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Where the difference of the total comes from, in rows that add up to it exactly; what the rows do not explain is the last one
 * and never hidden. Only what ran on the boot thread is in it: module loads run beside.
 *
 * @param totalUs the difference: the Hodges-Lehmann shift of the total
 */
public record Waterfall(long totalUs, List<Row> rows) {
    /** One step, in microseconds; negative where the candidate is faster. */
    public record Row(Kind kind, String name, long us) {}

    /** What a step is. */
    public enum Kind {
        /** The whole machine was slower or faster: clock, heat, host. */
        ENVIRONMENT,
        INITCALL,
        OTHER_INITCALLS,
        ADDED,
        REMOVED,
        /** Time between initcalls, before and after them. */
        GAPS,
        REST
    }

    public Waterfall {
        rows = List.copyOf(rows);
        long sum = rows.stream().mapToLong(Row::us).sum();
        if (sum != totalUs) {
            throw new IllegalArgumentException("rows add up to " + sum + " us, the difference is " + totalUs + " us");
        }
    }

    static Waterfall of(
            List<BootMeasures> baseline, List<BootMeasures> candidate, Matched matched, List<Metric> named) {
        long total = Math.round(shift(baseline, candidate, boot -> boot.totalUs()));
        List<Row> rows = new ArrayList<>();
        rows.add(environment(baseline, matched));
        initcalls(matched, named, rows);
        addedAndRemoved(baseline, candidate, matched, rows);
        rows.add(new Row(Kind.GAPS, "between and around initcalls", gaps(baseline, candidate, matched)));
        long rest = total - rows.stream().mapToLong(Row::us).sum();
        rows.add(new Row(Kind.REST, "rest", rest));
        return new Waterfall(total, rows);
    }

    private static Row environment(List<BootMeasures> baseline, Matched matched) {
        double slower = matched.environmentRatio() - 1;
        double totalUs =
                Median.of(baseline.stream().mapToDouble(boot -> boot.totalUs()).toArray());
        return new Row(Kind.ENVIRONMENT, "the machine as a whole", Math.round(slower * totalUs));
    }

    private static void initcalls(Matched matched, List<Metric> named, List<Row> rows) {
        long others = 0;
        Set<String> own = named.stream().map(Metric::id).collect(Collectors.toSet());
        List<Row> significant = new ArrayList<>();
        for (int row = 0; row < matched.keys().size(); row++) {
            InitcallKey key = matched.keys().get(row);
            if (key.module() != null) {
                continue;
            }
            long us = Math.round(Median.shift(matched.baseline(row), matched.candidate(row)));
            if (own.contains(key.toString())) {
                significant.add(new Row(Kind.INITCALL, key.toString(), us));
            } else {
                others += us;
            }
        }
        significant.sort(
                Comparator.comparingLong((Row row) -> -Math.abs(row.us())).thenComparing(Row::name));
        rows.addAll(significant);
        rows.add(new Row(Kind.OTHER_INITCALLS, "other initcalls", others));
    }

    private static void addedAndRemoved(
            List<BootMeasures> baseline, List<BootMeasures> candidate, Matched matched, List<Row> rows) {
        rows.add(new Row(Kind.ADDED, "new initcalls", unmatched(candidate, matched)));
        rows.add(new Row(Kind.REMOVED, "removed initcalls", -unmatched(baseline, matched)));
    }

    /** The median over boots of the time in built-in initcalls that are not in every boot of both sides. */
    private static long unmatched(List<BootMeasures> boots, Matched matched) {
        TreeSet<InitcallKey> common = new TreeSet<>(matched.keys());
        return Math.round(Median.of(boots.stream()
                .mapToDouble(boot -> builtInUs(boot, key -> common.contains(key) ? 0 : 1))
                .toArray()));
    }

    private static long gaps(List<BootMeasures> baseline, List<BootMeasures> candidate, Matched matched) {
        double[] factors = matched.factors();
        double[] before = new double[baseline.size()];
        double[] after = new double[candidate.size()];
        for (int i = 0; i < before.length; i++) {
            before[i] = outsideUs(baseline.get(i)) / factors[i];
        }
        for (int i = 0; i < after.length; i++) {
            after[i] = outsideUs(candidate.get(i)) / factors[before.length + i];
        }
        return Math.round(Median.shift(before, after));
    }

    private static double outsideUs(BootMeasures boot) {
        return boot.totalUs() - builtInUs(boot, key -> 1);
    }

    private static double builtInUs(BootMeasures boot, ToDoubleFunction<InitcallKey> weight) {
        return boot.initcalls().entrySet().stream()
                .filter(entry -> entry.getKey().module() == null)
                .mapToDouble(entry -> entry.getValue() * weight.applyAsDouble(entry.getKey()))
                .sum();
    }

    private static double shift(
            List<BootMeasures> baseline, List<BootMeasures> candidate, ToDoubleFunction<BootMeasures> what) {
        return Median.shift(
                baseline.stream().mapToDouble(what).toArray(),
                candidate.stream().mapToDouble(what).toArray());
    }
}

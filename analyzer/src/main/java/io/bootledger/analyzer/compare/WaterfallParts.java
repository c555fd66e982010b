package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.Waterfall.Kind;
import io.bootledger.analyzer.compare.Waterfall.Row;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.compare.measure.OrdinarySpeed;
import io.bootledger.analyzer.compare.measure.Shift;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.statistics.ShiftInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Splits each boot's total into parts that add up to it: what its own speed took, then, at ordinary speed, each initcall and each
 * stretch outside of them. The shift of each part is a row. So with one boot a side the rows leave no rest.
 */
final class WaterfallParts {
    private final OrdinarySpeed boots;
    private final Function<BootMeasures, ? extends Map<String, Long>> outside;
    private final String remainder;
    private final ShiftInterval interval;
    private final List<Row> rows = new ArrayList<>();

    WaterfallParts(OrdinarySpeed boots, Function<BootMeasures, ? extends Map<String, Long>> outside, String remainder) {
        this.boots = boots;
        this.outside = outside;
        this.remainder = remainder;
        this.interval = ShiftInterval.forSizes(
                boots.baseline().size(), boots.candidate().size());
    }

    Waterfall waterfall() {
        double[] before = values(boots.baseline());
        double[] after = values(boots.candidate());
        long total = Math.round(Median.shift(before, after));
        environment(before, after);
        initcalls();
        outside();
        long rest = total - rows.stream().mapToLong(Row::us).sum();
        rows.add(Row.sum(Kind.REST, "rest", rest));
        return new Waterfall(total, rows);
    }

    long environmentUs() {
        environment(values(boots.baseline()), values(boots.candidate()));
        return rows.get(0).us();
    }

    private static double[] values(List<BootMeasures> boots) {
        return boots.stream().mapToDouble(BootMeasures::totalUs).toArray();
    }

    /** What dividing by the boots' own speed takes from their totals. */
    private void environment(double[] before, double[] after) {
        Shift shift = Shift.of(
                without(before, boots.baseline(BootMeasures::totalUs)),
                without(after, boots.candidate(BootMeasures::totalUs)),
                interval);
        rows.add(new Row(Kind.ENVIRONMENT, "the machine as a whole", shift));
    }

    private static double[] without(double[] totals, double[] ordinary) {
        double[] taken = new double[totals.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = totals[i] - ordinary[i];
        }
        return taken;
    }

    private void initcalls() {
        Set<InitcallKey> before = builtIn(boots.baseline());
        Set<InitcallKey> after = builtIn(boots.candidate());
        TreeSet<InitcallKey> all = new TreeSet<>(before);
        all.addAll(after);
        for (InitcallKey key : all) {
            Kind kind = !before.contains(key) ? Kind.ADDED : after.contains(key) ? Kind.INITCALL : Kind.REMOVED;
            add(kind, key.toString(), boot -> boot.initcalls().getOrDefault(key, 0L));
        }
    }

    private static Set<InitcallKey> builtIn(List<BootMeasures> boots) {
        Set<InitcallKey> keys = new TreeSet<>();
        boots.forEach(boot -> keys.addAll(boot.initcalls().keySet()));
        keys.removeIf(key -> key.module() != null);
        return keys;
    }

    private void outside() {
        TreeSet<String> names = new TreeSet<>();
        boots.baseline().forEach(boot -> names.addAll(outside.apply(boot).keySet()));
        boots.candidate().forEach(boot -> names.addAll(outside.apply(boot).keySet()));
        names.forEach(name -> add(Kind.GAP, name, boot -> duration(boot, name)));
        add(Kind.GAP, remainder, this::remainderUs);
    }

    private double duration(BootMeasures boot, String name) {
        Long us = outside.apply(boot).get(name);
        return us == null ? 0 : us;
    }

    /** What is left of the total. */
    private double remainderUs(BootMeasures boot) {
        long initcalls = boot.initcalls().entrySet().stream()
                .filter(entry -> entry.getKey().module() == null)
                .mapToLong(Map.Entry::getValue)
                .sum();
        long elsewhere =
                outside.apply(boot).values().stream().mapToLong(Long::longValue).sum();
        return boot.knownTotalUs() - initcalls - elsewhere;
    }

    private void add(Kind kind, String name, ToDoubleFunction<BootMeasures> part) {
        rows.add(new Row(kind, name, boots.shift(part, interval)));
    }
}

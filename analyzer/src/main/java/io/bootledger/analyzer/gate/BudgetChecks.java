package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Owners;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.gate.Budgets.Limit;
import io.bootledger.analyzer.gate.Budgets.Severity;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Holds candidate boots against their budgets: the median of three or more, the faster of two, or the one there is; of failures the boot with most. */
final class BudgetChecks {
    private final List<BootMeasures> boots;
    private final List<BootMeasures> booted;
    private final Owners owners;
    private final List<Check> checks = new ArrayList<>();

    private BudgetChecks(List<BootMeasures> boots, List<BootMeasures> booted, Owners owners) {
        this.boots = boots;
        this.booted = booted;
        this.owners = owners;
    }

    /** @param booted the boots with those that cannot be compared: what failed in these failed all the same */
    static List<Check> of(
            Budgets budgets, List<BootMeasures> boots, List<BootMeasures> booted, Structure structure, Owners owners) {
        return boots.isEmpty() ? List.of() : new BudgetChecks(boots, booted, owners).all(budgets, structure);
    }

    private List<Check> all(Budgets budgets, Structure structure) {
        budgets.limits().stream()
                .filter(limit -> limit.severity() != Severity.OFF)
                .forEach(this::limit);
        Long newMax = budgets.newInitcallMaxUs();
        if (newMax != null) {
            Stream.concat(
                            structure.added().stream(),
                            structure.sometimesAdded().stream().map(Structure.Sometimes::initcall))
                    .sorted()
                    .forEach(key -> add("new initcall " + key, values(key), newMax));
        }
        if (budgets.failuresMax() != null) {
            long failures = booted.stream()
                    .mapToLong(boot -> boot.failures().size())
                    .max()
                    .orElse(0);
            checks.add(new Check("failures", "failures", failures, budgets.failuresMax(), Severity.ERROR));
        }
        return List.copyOf(checks);
    }

    private List<Long> values(InitcallKey key) {
        return boots.stream()
                .map(boot -> boot.initcalls().get(key))
                .filter(us -> us != null)
                .toList();
    }

    private void add(String what, List<Long> values, long maxUs) {
        if (!values.isEmpty()) {
            checks.add(new Check(what, "us", typical(values), maxUs, Severity.ERROR));
        }
    }

    private void limit(Limit limit) {
        Glob glob = Glob.of(limit.glob());
        SortedMap<String, List<Long>> matching = new TreeMap<>();
        for (BootMeasures boot : boots) {
            MetricNames.durations(boot, limit.scope(), owners).forEach((name, us) -> {
                if (glob.matches(name)) {
                    matching.computeIfAbsent(name, key -> new ArrayList<>()).add(us);
                }
            });
        }
        matching.forEach((name, values) ->
                checks.add(new Check(label(limit, name), "us", typical(values), limit.maxUs(), limit.severity())));
    }

    private static String label(Limit limit, String name) {
        return limit.scope() == Scope.TOTAL ? name : limit.scope() + " " + name;
    }

    private static long typical(List<Long> values) {
        double[] sorted =
                values.stream().mapToDouble(Long::doubleValue).sorted().toArray();
        return Math.round(sorted.length == 2 ? sorted[0] : Median.of(sorted));
    }
}

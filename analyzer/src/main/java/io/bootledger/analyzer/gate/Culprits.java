package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.BootMeasures;
import io.bootledger.analyzer.compare.InitcallKey;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.gate.Culprit.Kind;
import io.bootledger.analyzer.gate.GateResult.Excluded;
import io.bootledger.analyzer.gate.Metric.Scope;
import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who did it: what died, what fails, what became slower or came new, the largest first, and what breaks its budget. */
final class Culprits {
    private static final long WORTH_NAMING_US = 1_000;

    private final List<BootMeasures> candidate;
    private final List<Metric> metrics;
    private final Structure structure;
    private final List<Check> budgets;
    private final List<Excluded> died;

    Culprits(
            List<BootMeasures> candidate,
            List<Metric> metrics,
            Structure structure,
            List<Check> budgets,
            List<Excluded> died) {
        this.candidate = candidate;
        this.metrics = metrics;
        this.structure = structure;
        this.budgets = budgets;
        this.died = died;
    }

    List<Culprit> all() {
        List<Culprit> culprits = new ArrayList<>();
        died.stream()
                .filter(Excluded::candidate)
                .map(Excluded::why)
                .distinct()
                .forEach(why -> culprits.add(new Culprit(Kind.DIED, why, null)));
        structure.newFailures().forEach(name -> culprits.add(new Culprit(Kind.FAILED, name, null)));
        culprits.addAll(slower());
        budgets.stream()
                .filter(Check::broken)
                .forEach(check -> culprits.add(new Culprit(Kind.OVER_BUDGET, check.what(), null)));
        return List.copyOf(culprits);
    }

    private List<Culprit> slower() {
        List<Culprit> slower = new ArrayList<>();
        metrics.stream()
                .filter(metric -> metric.scope() == Scope.INITCALL && metric.status() == Status.REGRESSED)
                .forEach(metric -> slower.add(new Culprit(Kind.SLOWER, metric.id(), metric.shiftUs())));
        boolean larger = metrics.stream()
                .anyMatch(metric -> metric.scope() != Scope.INITCALL && metric.status() == Status.REGRESSED);
        if (larger) {
            structure.added().stream()
                    .map(key -> new Culprit(Kind.ADDED, key.toString(), medianUs(key)))
                    .filter(added -> added.shiftUs() >= WORTH_NAMING_US)
                    .forEach(slower::add);
        }
        slower.sort(Comparator.comparingLong(Culprit::shiftUs).reversed().thenComparing(Culprit::name));
        return slower;
    }

    private long medianUs(InitcallKey key) {
        return Math.round(Median.of(candidate.stream()
                .mapToDouble(boot -> boot.initcalls().get(key))
                .toArray()));
    }
}

package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Owners;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.gate.Culprit.Kind;
import io.bootledger.analyzer.gate.GateResult.Excluded;
import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who did it: what died, what fails, what became slower or came new, the largest first, and what breaks a budget that fails the build.
 * Where a budget decided it comes before what became slower. An owner, a level or
 * a phase is named only where no initcall and no gap is.
 */
final class Culprits {
    private final List<Metric> metrics;
    private final Structure structure;
    private final List<Check> budgets;
    private final List<Excluded> died;
    private final Owners owners;

    Culprits(List<Metric> metrics, Structure structure, List<Check> budgets, List<Excluded> died, Owners owners) {
        this.metrics = metrics;
        this.structure = structure;
        this.budgets = budgets;
        this.died = died;
        this.owners = owners;
    }

    /** @param budgetsFirst whether the verdict is that a budget is broken */
    List<Culprit> all(boolean budgetsFirst) {
        List<Culprit> culprits = new ArrayList<>();
        died.stream()
                .filter(Excluded::candidate)
                .map(Excluded::why)
                .distinct()
                .forEach(why -> culprits.add(new Culprit(Kind.DIED, why, null, null)));
        structure.newFailures().forEach(name -> culprits.add(new Culprit(Kind.FAILED, name, null, null)));
        culprits.addAll(budgetsFirst ? overBudget() : slower());
        culprits.addAll(budgetsFirst ? slower() : overBudget());
        return List.copyOf(culprits);
    }

    private List<Culprit> overBudget() {
        return budgets.stream()
                .filter(Check::fails)
                .map(check -> new Culprit(Kind.OVER_BUDGET, check.what(), null, null))
                .toList();
    }

    private List<Culprit> slower() {
        List<Culprit> slower = new ArrayList<>();
        if (metrics.stream().noneMatch(metric -> metric.status() == Status.REGRESSED)) {
            return slower;
        }
        add(slower, Scope.INITCALL, Kind.SLOWER);
        add(slower, Scope.GAP, Kind.OUTSIDE);
        for (Scope larger : List.of(Scope.OWNER, Scope.LEVEL, Scope.PHASE)) {
            if (slower.isEmpty()) {
                add(slower, larger, Kind.PART);
            }
        }
        return slower;
    }

    private void add(List<Culprit> culprits, Scope scope, Kind kind) {
        Set<String> added =
                structure.added().stream().map(InitcallKey::toString).collect(Collectors.toSet());
        metrics.stream()
                .filter(metric -> metric.scope() == scope && isSlower(metric))
                .sorted(Comparator.comparingLong(Metric::shiftUs).reversed().thenComparing(Metric::id))
                .map(metric -> new Culprit(
                        scope == Scope.INITCALL && added.contains(metric.id()) ? Kind.ADDED : kind,
                        metric.id(),
                        scope == Scope.INITCALL ? owners.of(metric.id()) : null,
                        metric.shiftUs()))
                .forEach(culprits::add);
    }

    /** Beyond doubt, or a fact of a deterministic boot. */
    private static boolean isSlower(Metric metric) {
        return metric.status() == Status.REGRESSED || metric.status() == Status.CHANGED && metric.shiftUs() > 0;
    }
}

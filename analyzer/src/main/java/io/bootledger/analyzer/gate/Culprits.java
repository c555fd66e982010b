package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Owners;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.gate.Culprit.Kind;
import io.bootledger.analyzer.occurrence.Deaths;
import io.bootledger.analyzer.occurrence.Occurrence;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who did it: what died, what fails, what became slower or came new, the largest first, and what breaks a budget that fails the build.
 * Where a budget decided it comes before what became slower. What became slower is initcalls, and what is outside of them: gaps and
 * the other phases. Owners, levels and the phase of the initcalls are named only where none of these is. What ran beside the kernel stands there where it counts. Where all runs slower, as far as
 * that is half of the total's rise or makes up for what became faster, the machine as a whole stands among them.
 */
final class Culprits {
    /**
     * What does not work.
     *
     * @param died why candidate boots got no further, in places where no baseline boot died
     * @param failures what fails more often
     */
    record Failing(List<String> died, Deaths deaths, List<Occurrence> failures) {}

    /** The name of all that runs. */
    static final String MACHINE = "the machine as a whole";

    private static final int THOUSAND = 1_000;

    private final List<Metric> metrics;
    private final Structure structure;
    private final List<Check> budgets;
    private final Failing failing;
    private final Owners owners;
    private final @Nullable Long machineUs;
    private final @Nullable Metric redTotal;

    /** @param machineUs what all that runs takes more by running slower; null where that is no answer */
    Culprits(
            List<Metric> metrics,
            Structure structure,
            List<Check> budgets,
            Failing failing,
            Owners owners,
            @Nullable Long machineUs) {
        this.metrics = metrics;
        this.machineUs = machineUs;
        this.redTotal = metrics.stream()
                .filter(metric -> metric.scope() == Scope.TOTAL && metric.status() == Status.REGRESSED)
                .findFirst()
                .orElse(null);
        this.structure = structure;
        this.budgets = budgets;
        this.failing = failing;
        this.owners = owners;
    }

    /** @param budgetsFirst whether the verdict is that a budget is broken */
    List<Culprit> all(boolean budgetsFirst) {
        List<Culprit> culprits = new ArrayList<>();
        failing.died().forEach(why -> culprits.add(new Culprit(Kind.DIED, why, null, null)));
        failing.deaths()
                .moreOften()
                .forEach(place -> culprits.add(new Culprit(Kind.DIED, diesMoreOften(place), null, null)));
        structure.newFailures().forEach(name -> culprits.add(new Culprit(Kind.FAILED, name, null, null)));
        failing.failures().stream()
                .filter(Occurrence::isBeyondChance)
                .forEach(one -> culprits.add(new Culprit(Kind.FAILED, one.what(), null, null)));
        culprits.addAll(budgetsFirst ? overBudget() : slower());
        culprits.addAll(budgetsFirst ? slower() : overBudget());
        return List.copyOf(culprits);
    }

    private static String diesMoreOften(Occurrence place) {
        return "dies in " + place.candidate() + " of " + place.ofCandidate() + " candidate boots and "
                + place.baseline() + " of " + place.ofBaseline() + " baseline boots: " + place.what();
    }

    private List<Culprit> overBudget() {
        return budgets.stream()
                .filter(Check::fails)
                .map(check -> new Culprit(Kind.OVER_BUDGET, check.what(), null, null))
                .toList();
    }

    private List<Culprit> slower() {
        List<Culprit> slower = new ArrayList<>();
        if (machineUs == null && metrics.stream().noneMatch(metric -> metric.status() == Status.REGRESSED)) {
            return slower;
        }
        add(slower, Scope.INITCALL, Kind.SLOWER, metric -> true);
        add(slower, Scope.GAP, Kind.OUTSIDE, metric -> true);
        boolean early = slower.stream().anyMatch(culprit -> culprit.name().equals(BootMeasures.BEFORE_PID1));
        add(slower, Scope.PHASE, Kind.PART, phase -> isOutside(phase) && !(early && isBeforeInitcalls(phase)));
        if (slower.isEmpty()) {
            List.of(Scope.OWNER, Scope.LEVEL, Scope.PHASE)
                    .forEach(larger -> add(slower, larger, Kind.PART, metric -> true));
        }
        add(slower, Scope.SEGMENT, Kind.SEGMENT, metric -> metric.status() == Status.REGRESSED);
        if (machineUs != null) {
            slower.add(new Culprit(Kind.MACHINE, MACHINE, null, machineUs, share(machineUs)));
        }
        slower.sort(Comparator.comparingLong(Culprit::knownShiftUs).reversed().thenComparing(Culprit::name));
        return slower;
    }

    private static boolean isOutside(Metric phase) {
        return !phase.id().equals(Phase.Kind.INITCALLS.toString());
    }

    /** What is before the first initcall is before that of process 1. */
    private static boolean isBeforeInitcalls(Metric phase) {
        return phase.id().equals(Phase.Kind.BEFORE_INITCALLS.toString());
    }

    private void add(List<Culprit> culprits, Scope scope, Kind kind, Predicate<Metric> which) {
        Set<String> added =
                structure.added().stream().map(InitcallKey::toString).collect(Collectors.toSet());
        metrics.stream()
                .filter(metric -> metric.scope() == scope && isSlower(metric) && which.test(metric))
                .map(metric -> new Culprit(
                        scope == Scope.INITCALL && added.contains(metric.id()) ? Kind.ADDED : kind,
                        metric.id(),
                        scope == Scope.INITCALL ? owners.of(metric.id()) : null,
                        metric.shiftUs(),
                        holdsUp(metric) ? share(metric.shiftUs()) : null))
                .forEach(culprits::add);
    }

    /** Whether all of it is time of the boot's one thread: modules load beside it, and what an owner takes may be of modules. */
    private static boolean holdsUp(Metric metric) {
        return switch (metric.scope()) {
            case INITCALL -> !metric.id().contains(" [");
            case GAP, PHASE -> true;
            case TOTAL, SEGMENT, LEVEL, OWNER -> false;
        };
    }

    private @Nullable Long share(long us) {
        return redTotal == null || us > redTotal.shiftUs()
                ? null
                : Long.valueOf(Math.round((double) us * THOUSAND / redTotal.shiftUs()));
    }

    /** Beyond doubt, or a fact of a deterministic boot. */
    private static boolean isSlower(Metric metric) {
        return metric.status() == Status.REGRESSED || metric.status() == Status.CHANGED && metric.shiftUs() > 0;
    }
}

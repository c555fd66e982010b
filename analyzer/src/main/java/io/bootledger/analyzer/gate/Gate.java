package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.BootMeasures;
import io.bootledger.analyzer.compare.Environment;
import io.bootledger.analyzer.compare.Environment.Difference;
import io.bootledger.analyzer.compare.Matched;
import io.bootledger.analyzer.compare.OrdinarySpeed;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.gate.Budgets.Severity;
import io.bootledger.analyzer.gate.GateResult.Excluded;
import io.bootledger.analyzer.gate.Metric.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges candidate boots against baseline boots of the same machine. */
public final class Gate {
    private static final long WORTH_NAMING_US = 1_000;

    private final GateSettings settings;
    private final List<Excluded> excluded = new ArrayList<>();
    private final List<BootMeasures> baseline;
    private final List<BootMeasures> candidate;
    private final List<Difference> differences;
    private final Structure structure;
    private final boolean newlyDies;
    private final boolean losesBoots;

    private Gate(List<BootMeasures> baseline, List<BootMeasures> candidate, GateSettings settings) {
        this.settings = settings;
        this.baseline = complete(baseline, false);
        this.candidate = complete(candidate, true);
        this.differences = Environment.differences(baseline, candidate);
        this.structure = Structure.of(this.baseline, this.candidate);
        this.newlyDies = candidate.stream().anyMatch(boot -> boot.died() != null)
                && !baseline.isEmpty()
                && baseline.stream().allMatch(boot -> boot.died() == null);
        this.losesBoots = excluded.stream().anyMatch(Excluded::candidate)
                && excluded.stream().allMatch(Excluded::candidate);
    }

    /** The verdict. */
    public static GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate, GateSettings settings) {
        return new Gate(baseline, candidate, settings).judge();
    }

    private List<BootMeasures> complete(List<BootMeasures> boots, boolean isCandidate) {
        List<BootMeasures> complete = new ArrayList<>();
        for (BootMeasures boot : boots) {
            String why = boot.incomplete() != null ? boot.incomplete() : boot.totalUs() == null ? "no total" : null;
            if (why == null) {
                complete.add(boot);
            } else {
                excluded.add(new Excluded(boot.boot(), isCandidate, why));
            }
        }
        return complete;
    }

    private GateResult judge() {
        List<Difference> forbidden = differences.stream()
                .filter(one -> !settings.allowedDifferences().contains(one.key()))
                .toList();
        if (!forbidden.isEmpty()) {
            return undecided(Verdict.INSUFFICIENT, Reasons.unlike(forbidden));
        }
        if (baseline.isEmpty() || candidate.isEmpty()) {
            return newlyDies
                    ? undecided(Verdict.REGRESSED, Reasons.DIED)
                    : undecided(Verdict.INSUFFICIENT, Reasons.noBoots(!baseline.isEmpty(), excluded));
        }
        return measured();
    }

    private GateResult undecided(Verdict verdict, String reason) {
        List<Check> budgets = BudgetChecks.of(settings.budgets(), candidate, structure);
        return result(new Answer(verdict, reason), null, 1, List.of(), List.of(), budgets, false);
    }

    private GateResult measured() {
        Matched matched = Matched.of(baseline, candidate);
        long quantum = ClockQuantum.of(durations());
        List<Metric> tested = new Metrics(baseline, candidate, settings.rule(), quantum).all(matched);
        List<Moved> moved = MovedCosts.of(tested, baseline, candidate);
        List<Metric> metrics =
                MovedCosts.marked(tested, moved).stream().map(this::waived).toList();
        List<Check> budgets = BudgetChecks.of(settings.budgets(), candidate, structure);
        boolean global = GlobalShift.explains(baseline, candidate, matched);
        return result(answer(metrics, budgets, global), matched, quantum, metrics, moved, budgets, global);
    }

    private Metric waived(Metric metric) {
        return metric.status() == Status.REGRESSED
                        && settings.budgets().waiverOf(metric).isPresent()
                ? metric.with(Status.WAIVED)
                : metric;
    }

    private List<Long> durations() {
        List<Long> durations = new ArrayList<>();
        baseline.forEach(boot -> durations.addAll(boot.initcalls().values()));
        candidate.forEach(boot -> durations.addAll(boot.initcalls().values()));
        return durations;
    }

    /** The first rule that applies decides; what fails beyond doubt comes before what cannot be told. */
    private Answer answer(List<Metric> metrics, List<Check> budgets, boolean global) {
        boolean larger = has(metrics, Scope.TOTAL, Status.REGRESSED)
                || has(metrics, Scope.PHASE, Status.REGRESSED)
                || has(metrics, Scope.LEVEL, Status.REGRESSED);
        if (newlyDies) {
            return new Answer(Verdict.REGRESSED, Reasons.DIED);
        }
        if (has(metrics, Scope.INITCALL, Status.REGRESSED)
                || !structure.newFailures().isEmpty()
                || larger && !global) {
            return new Answer(Verdict.REGRESSED, Reasons.slower(metrics, structure));
        }
        if (larger && settings.interleaved()) {
            return new Answer(Verdict.REGRESSED, Reasons.GLOBAL);
        }
        if (budgets.stream().anyMatch(check -> check.broken() && check.severity() == Severity.ERROR)) {
            return new Answer(Verdict.REGRESSED, Reasons.BUDGET);
        }
        return doubtful(metrics, larger);
    }

    private Answer doubtful(List<Metric> metrics, boolean larger) {
        if (has(metrics, Scope.TOTAL, Status.INSUFFICIENT)) {
            return new Answer(Verdict.INSUFFICIENT, Reasons.FEW);
        }
        if (losesBoots) {
            return new Answer(Verdict.INCONCLUSIVE, Reasons.LOST);
        }
        if (larger) {
            return new Answer(Verdict.INCONCLUSIVE, Reasons.HOST);
        }
        return has(metrics, Scope.TOTAL, Status.INCONCLUSIVE)
                ? new Answer(Verdict.INCONCLUSIVE, Reasons.CHANCE)
                : new Answer(Verdict.OK, Reasons.OK);
    }

    private static boolean has(List<Metric> metrics, Scope scope, Status status) {
        return metrics.stream().anyMatch(metric -> metric.scope() == scope && metric.status() == status);
    }

    private record Answer(Verdict verdict, String reason) {}

    private GateResult result(
            Answer answer,
            @Nullable Matched matched,
            long quantumUs,
            List<Metric> metrics,
            List<Moved> moved,
            List<Check> budgets,
            boolean global) {
        return new GateResult(
                answer.verdict(),
                answer.reason(),
                settings,
                differences,
                baseline.size(),
                candidate.size(),
                Environment.handovers(
                        Stream.of(baseline, candidate).flatMap(List::stream).map(BootMeasures::environment)),
                List.copyOf(excluded),
                matched == null ? 1_000 : Math.round(1_000 * matched.environmentRatio()),
                global,
                quantumUs,
                metrics,
                structure,
                budgets,
                moved,
                new Culprits(candidate, metrics, structure, budgets, newlyDies ? excluded : List.of()).all(),
                matched == null ? null : waterfall(matched, metrics));
    }

    /** With those initcalls named of which there is a finding, and what else is large. */
    private Waterfall waterfall(Matched matched, List<Metric> metrics) {
        Set<String> findings = metrics.stream()
                .filter(metric -> metric.scope() == Scope.INITCALL && metric.status() != Status.OK)
                .map(Metric::id)
                .collect(Collectors.toSet());
        return Waterfall.of(
                        OrdinarySpeed.of(baseline, candidate, matched),
                        BootMeasures::outside,
                        Waterfall.BETWEEN_INITCALLS)
                .naming(row -> row.kind() == Waterfall.Kind.INITCALL
                        ? findings.contains(row.name())
                        : Math.abs(row.us()) >= WORTH_NAMING_US);
    }
}

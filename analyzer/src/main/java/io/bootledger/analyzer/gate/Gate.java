package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Owners;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.Environment;
import io.bootledger.analyzer.compare.measure.Environment.Difference;
import io.bootledger.analyzer.compare.measure.Matched;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.gate.GateResult.Excluded;
import io.bootledger.analyzer.gate.GateResult.Malformed;
import io.bootledger.analyzer.rule.Certainty;
import io.bootledger.analyzer.rule.ClockQuantum;
import io.bootledger.analyzer.rule.FamilyTest;
import io.bootledger.analyzer.rule.Finding;
import io.bootledger.analyzer.rule.MetricTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges candidate boots against baseline boots of the same machine. */
public final class Gate {
    private final GateSettings settings;
    private final List<Excluded> excluded = new ArrayList<>();
    private final List<BootMeasures> baseline;
    private final List<BootMeasures> candidate;
    private final List<Difference> differences;
    private final Structure structure;
    private final Owners owners;
    private final @Nullable String died;
    private final boolean losesBoots;

    private Gate(List<BootMeasures> baseline, List<BootMeasures> candidate, GateSettings settings) {
        this.settings = settings;
        this.baseline = complete(baseline, false);
        this.candidate = complete(candidate, true);
        this.differences = Environment.differences(baseline, candidate);
        this.structure = Structure.of(this.baseline, this.candidate);
        this.owners = Owners.of(this.baseline, this.candidate);
        this.died = !baseline.isEmpty() && baseline.stream().allMatch(boot -> boot.died() == null)
                ? candidate.stream()
                        .filter(boot -> boot.died() != null)
                        .map(BootMeasures::incomplete)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
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
            if (boot.complete()) {
                complete.add(boot);
            } else {
                String why = boot.incomplete() == null ? "no total" : boot.incomplete();
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
            return died != null
                    ? undecided(Verdict.REGRESSED, Reasons.died(died))
                    : undecided(Verdict.INSUFFICIENT, Reasons.noBoots(!baseline.isEmpty(), excluded));
        }
        return measured();
    }

    private GateResult undecided(Verdict verdict, String reason) {
        List<Check> budgets = BudgetChecks.of(settings.budgets(), candidate, structure, owners);
        return result(new Ruling(verdict, reason), null, 1, null, List.of(), List.of(), budgets, false, Sight.NOTHING);
    }

    private GateResult measured() {
        Matched matched = Matched.of(baseline, candidate);
        MetricTable table = MetricTable.of(baseline, candidate, owners);
        long quantum = ClockQuantum.of(table.durations());
        StatisticalBasis evidence = StatisticalBasis.of(table, settings.rule());
        List<Finding> findings = new FamilyTest(table, settings.rule(), matched.factors(), quantum).findings();
        List<Metric> tested = Metrics.of(findings, table.design(), settings.rule(), evidence.certainty());
        List<Moved> moved = MovedCosts.of(tested, baseline, candidate);
        List<Metric> metrics = OwnedRises.settled(
                MovedCosts.marked(tested, moved).stream().map(this::waived).toList(), owners);
        List<Check> budgets = BudgetChecks.of(settings.budgets(), candidate, structure, owners);
        boolean global = GlobalShift.explains(baseline, candidate, matched);
        Ruling ruling = Ruling.on(new Ruling.Facts(
                metrics, structure, budgets, evidence, died, losesBoots, global && !settings.interleaved()));
        Sight sight = evidence.certainty() == Certainty.STATISTICAL
                ? new Sight(baseline, candidate, settings, findings)
                : Sight.NOTHING;
        return result(ruling, matched, quantum, evidence, metrics, moved, budgets, global, sight);
    }

    private Metric waived(Metric metric) {
        return metric.status() == Status.REGRESSED
                ? settings.budgets()
                        .waiverOf(metric)
                        .map(waiver -> metric.accepted(waiver.reason()))
                        .orElse(metric)
                : metric;
    }

    private GateResult result(
            Ruling ruling,
            @Nullable Matched matched,
            long quantumUs,
            @Nullable StatisticalBasis evidence,
            List<Metric> metrics,
            List<Moved> moved,
            List<Check> budgets,
            boolean global,
            Sight sight) {
        return new GateResult(
                ruling.verdict(),
                ruling.reason(),
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
                evidence,
                metrics,
                structure,
                budgets,
                MetricNames.unmatched(
                        settings.budgets(),
                        Stream.concat(baseline.stream(), candidate.stream()).toList(),
                        owners),
                moved,
                malformed(),
                new Culprits(metrics, structure, budgets, died == null ? List.of() : excluded, owners)
                        .all(ruling.isOfBudget()),
                matched == null ? Explained.NOTHING : new Explained(baseline, candidate, matched, metrics),
                sight,
                null);
    }

    private List<Malformed> malformed() {
        List<Malformed> malformed = new ArrayList<>();
        baseline.forEach(boot -> malformed.add(new Malformed(boot.boot(), false, boot.malformed())));
        candidate.forEach(boot -> malformed.add(new Malformed(boot.boot(), true, boot.malformed())));
        malformed.removeIf(boot -> boot.lines() == 0);
        return List.copyOf(malformed);
    }
}

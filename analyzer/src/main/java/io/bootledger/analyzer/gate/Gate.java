package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Owners;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.Environment;
import io.bootledger.analyzer.compare.measure.Environment.Difference;
import io.bootledger.analyzer.compare.measure.Matched;
import io.bootledger.analyzer.compare.measure.OrdinarySpeed;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.gate.GateResult.Excluded;
import io.bootledger.analyzer.gate.GateResult.Malformed;
import io.bootledger.analyzer.occurrence.Deaths;
import io.bootledger.analyzer.occurrence.FailureRates;
import io.bootledger.analyzer.occurrence.LackingLines;
import io.bootledger.analyzer.occurrence.LostBoots;
import io.bootledger.analyzer.occurrence.Occurrence;
import io.bootledger.analyzer.rule.Certainty;
import io.bootledger.analyzer.rule.ClockQuantum;
import io.bootledger.analyzer.rule.FamilyTest;
import io.bootledger.analyzer.rule.Finding;
import io.bootledger.analyzer.rule.MetricTable;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.analyzer.rule.SegmentTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges candidate boots against baseline boots of the same machine. */
public final class Gate {
    private final GateSettings settings;
    private final List<Excluded> excluded = new ArrayList<>();
    private final List<BootMeasures> baseline;
    private final List<BootMeasures> candidate;
    /** All of the candidate's boots, also those that are left out. */
    private final List<BootMeasures> booted;

    private final List<Difference> differences;
    private final Structure structure;
    private final List<Occurrence> failing;
    private final Owners owners;
    private final Deaths deaths;
    private final List<String> died;
    private final LostBoots lost;
    private final Kernels kernels;

    private Gate(List<BootMeasures> baseline, List<BootMeasures> candidate, GateSettings settings) {
        this.settings = settings;
        LackingLines lacking = LackingLines.of(baseline, candidate);
        List<BootMeasures> before = lacking.marked(baseline);
        List<BootMeasures> after = lacking.marked(candidate);
        this.baseline = complete(before, false);
        this.candidate = complete(after, true);
        this.booted = after.stream().filter(boot -> !boot.isBaselines()).toList();
        this.differences = Environment.differences(before, after);
        this.structure = Structure.of(this.baseline, this.candidate);
        this.failing = this.baseline.isEmpty() || this.candidate.isEmpty()
                ? List.of()
                : FailureRates.of(this.baseline, this.candidate);
        this.owners = Owners.of(this.baseline, this.candidate);
        this.deaths = Deaths.of(before, after);
        this.died = deaths.newlyDead(after).map(Gate::why).distinct().toList();
        this.lost = LostBoots.of(before, after);
        this.kernels = Kernels.of(before, after);
        excluded.sort(Comparator.comparing(Excluded::candidate).thenComparing(Excluded::boot));
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
                excluded.add(new Excluded(boot.boot(), isCandidate, why(boot) + (isCandidate ? failing(boot) : "")));
            }
        }
        return complete;
    }

    /** What fails in a boot that is left out, and in no baseline boot: that it cannot be compared makes it no less true. */
    private String failing(BootMeasures boot) {
        SortedSet<String> failures = new TreeSet<>(boot.isBaselines() ? List.of() : boot.failures());
        baseline.forEach(before -> failures.removeAll(before.failures()));
        return failures.isEmpty()
                ? ""
                : "; in it fails " + failures.first()
                        + (failures.size() == 1 ? "" : " and " + (failures.size() - 1) + " more");
    }

    /** {@code the kernel panicked: Fatal exception, in chr_dev_init}. */
    private static String why(BootMeasures boot) {
        String why = boot.incomplete() == null ? "no total" : boot.incomplete();
        String initcall = boot.diedIn();
        return initcall == null || why.startsWith(initcall + ":") ? why : why + ", in " + initcall;
    }

    private GateResult judge() {
        List<Difference> forbidden = differences.stream()
                .filter(one -> !settings.allowedDifferences().contains(one.key()))
                .toList();
        if (!forbidden.isEmpty()) {
            return undecided(Verdict.INSUFFICIENT, Reasons.unlike(forbidden));
        }
        if (baseline.isEmpty() || candidate.isEmpty()) {
            if (!died.isEmpty()) {
                return undecided(Verdict.REGRESSED, diedReason());
            }
            return deaths.moreOften().isEmpty()
                    ? undecided(Verdict.INSUFFICIENT, Reasons.noBoots(!baseline.isEmpty(), excluded))
                    : undecided(Verdict.REGRESSED, Reasons.FAILS_MORE);
        }
        return measured();
    }

    private String diedReason() {
        return Reasons.died(died.get(0), deaths.newlyDead(booted).count(), booted.size());
    }

    private GateResult undecided(Verdict verdict, String reason) {
        List<Check> budgets = BudgetChecks.of(settings.budgets(), candidate, booted, structure, owners);
        return result(
                new Ruling(verdict, reason), null, null, 1, null, List.of(), List.of(), budgets, false, Sight.NOTHING);
    }

    private GateResult measured() {
        Matched matched = Matched.of(baseline, candidate);
        MetricTable table = MetricTable.of(baseline, candidate, owners);
        long quantum = ClockQuantum.of(table.durations());
        SegmentTest segments = SegmentTest.of(baseline, candidate);
        StatisticalBasis evidence = StatisticalBasis.of(table, segments, settings.rule());
        List<Finding> findings = new FamilyTest(table, settings.rule(), matched.factors(), quantum).findings();
        List<Metric> tested = Metrics.of(findings, table.design(), settings.rule(), evidence.certainty());
        List<Moved> moved = MovedCosts.of(tested, baseline, candidate);
        boolean global = GlobalShift.explains(baseline, candidate, matched);
        boolean slowMachine = evidence.certainty() == Certainty.STATISTICAL && isSlowerInEveryBoot(matched);
        boolean judged = settings.rule().segments() && (settings.interleaved() || !global && !slowMachine);
        List<Metric> beside = Metrics.of(segments, settings.rule(), judged);
        List<Metric> metrics = SettledRises.settled(
                Stream.concat(MovedCosts.marked(tested, moved).stream(), beside.stream())
                        .sorted(Comparator.comparing(Metric::scope))
                        .map(metric -> waived(metric, slowMachine))
                        .toList(),
                MovedCosts.levels(candidate),
                owners,
                global || slowMachine ? perMille(matched) : perMille(null));
        List<Check> budgets = BudgetChecks.of(settings.budgets(), candidate, booted, structure, owners);
        Ruling ruling = Ruling.on(new Ruling.Facts(
                metrics,
                structure,
                budgets,
                evidence,
                died.isEmpty() ? null : diedReason(),
                deaths,
                failing,
                lost,
                excluded.stream()
                        .filter(boot -> boot.why().equals(BootMeasures.BASELINES))
                        .count(),
                everyBootFaster(),
                settings.interleaved(),
                global,
                slowMachine));
        Sight sight = evidence.certainty() == Certainty.STATISTICAL
                ? new Sight(baseline, candidate, settings, findings)
                : Sight.NOTHING;
        return result(
                ruling,
                matched,
                table.with(segments.table()),
                quantum,
                evidence,
                metrics,
                moved,
                budgets,
                global,
                sight);
    }

    private boolean everyBootFaster() {
        long fastest =
                baseline.stream().mapToLong(BootMeasures::knownTotalUs).min().orElseThrow();
        return candidate.stream().allMatch(boot -> boot.knownTotalUs() < fastest);
    }

    /** By more than a part may be: with as many boots as a verdict needs, chance seldom makes that. */
    private boolean isSlowerInEveryBoot(Matched matched) {
        double[] factors = matched.factors();
        double slowest = Arrays.stream(factors, 0, baseline.size()).max().orElse(1);
        double fastest =
                Arrays.stream(factors, baseline.size(), factors.length).min().orElse(1);
        return fastest > slowest
                && perMille(matched) > 1_000 + settings.rule().part().perMille();
    }

    private static boolean isRed(List<Metric> metrics) {
        return metrics.stream()
                .anyMatch(metric -> metric.scope() == Scope.TOTAL && metric.status() == Status.REGRESSED);
    }

    private @Nullable Long machineUs(@Nullable Matched matched) {
        return matched == null
                ? null
                : Long.valueOf(Waterfall.environmentUs(OrdinarySpeed.of(baseline, candidate, matched)));
    }

    /** @param slowMachine for which the total answers */
    private Metric waived(Metric metric, boolean slowMachine) {
        return metric.status() == Status.REGRESSED
                        || metric.status() == Status.INCONCLUSIVE
                        || metric.status() == Status.CHANGED && metric.shiftUs() > 0
                        || slowMachine && metric.scope() == Scope.TOTAL
                ? settings.budgets()
                        .waiverOf(metric)
                        .map(waiver -> metric.accepted(waiver.reason()))
                        .orElse(metric)
                : metric;
    }

    private GateResult result(
            Ruling ruling,
            @Nullable Matched matched,
            @Nullable MetricTable table,
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
                perMille(matched),
                global,
                quantumUs,
                evidence,
                metrics,
                structure,
                deaths,
                failing,
                kernels,
                budgets,
                MetricNames.unmatched(
                        settings.budgets(),
                        Stream.concat(baseline.stream(), candidate.stream()).toList(),
                        owners),
                moved,
                malformed(),
                new Culprits(
                                metrics,
                                structure,
                                budgets,
                                new Culprits.Failing(died, deaths, failing),
                                owners,
                                ruling.isOfMachine() || isRed(metrics) && global ? machineUs(matched) : null)
                        .all(ruling.isOfBudget()),
                matched == null ? Explained.NOTHING : new Explained(baseline, candidate, matched, metrics, table),
                sight,
                null);
    }

    /** How slow the machine is, by what it was. */
    private static long perMille(@Nullable Matched matched) {
        return matched == null ? 1_000 : Math.round(1_000 * matched.environmentRatio());
    }

    private List<Malformed> malformed() {
        List<Malformed> malformed = new ArrayList<>();
        baseline.forEach(boot -> malformed.add(new Malformed(boot.boot(), false, boot.malformed())));
        candidate.forEach(boot -> malformed.add(new Malformed(boot.boot(), true, boot.malformed())));
        malformed.removeIf(boot -> boot.lines() == 0);
        return List.copyOf(malformed);
    }
}

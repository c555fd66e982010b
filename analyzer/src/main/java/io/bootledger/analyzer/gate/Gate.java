package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.BootMeasures;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.gate.GateResult.Excluded;
import io.bootledger.analyzer.gate.Metric.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges candidate boots against baseline boots of the same machine. */
public final class Gate {
    private final GateRule rule;
    private final boolean interleaved;
    private final List<BootMeasures> baseline;
    private final List<BootMeasures> candidate;
    private final List<Excluded> excluded = new ArrayList<>();

    private Gate(List<BootMeasures> baseline, List<BootMeasures> candidate, GateRule rule, boolean interleaved) {
        this.rule = rule;
        this.interleaved = interleaved;
        this.baseline = complete(baseline, false);
        this.candidate = complete(candidate, true);
    }

    /**
     * The verdict.
     *
     * @param interleaved whether the boots of both sides were made in turn: only then is a machine that is slower as a whole the
     *     candidate's fault
     */
    public static GateResult judge(
            List<BootMeasures> baseline, List<BootMeasures> candidate, GateRule rule, boolean interleaved) {
        return new Gate(baseline, candidate, rule, interleaved).judge();
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
        Structure structure = Structure.of(baseline, candidate);
        if (baseline.isEmpty() || candidate.isEmpty()) {
            String side = baseline.isEmpty() ? "baseline" : "candidate";
            return result(Verdict.INSUFFICIENT, "no complete boot in the " + side, null, 1, List.of(), structure);
        }
        Matched matched = Matched.of(baseline, candidate);
        long quantum = ClockQuantum.of(durations());
        List<Metric> metrics = metrics(matched, quantum);
        boolean global = GlobalShift.explains(baseline, candidate, matched);
        Verdict verdict = verdict(metrics, structure, global);
        return result(verdict, Reasons.of(verdict, global, interleaved), matched, quantum, metrics, structure);
    }

    private List<Long> durations() {
        List<Long> durations = new ArrayList<>();
        baseline.forEach(boot -> durations.addAll(boot.initcalls().values()));
        candidate.forEach(boot -> durations.addAll(boot.initcalls().values()));
        return durations;
    }

    private List<Metric> metrics(Matched matched, long quantumUs) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(MarginTest.of(
                Scope.TOTAL,
                "total",
                values(baseline, BootMeasures::totalUs),
                values(candidate, BootMeasures::totalUs),
                rule.total().atLeast(2 * quantumUs),
                rule.totalAlpha()));
        parts(Scope.PHASE, BootMeasures::phases, quantumUs, metrics);
        parts(Scope.LEVEL, BootMeasures::levels, quantumUs, metrics);
        if (Math.min(baseline.size(), candidate.size()) >= GateRule.FEWEST_BOOTS) {
            metrics.addAll(InitcallTests.of(matched, rule, quantumUs));
        }
        return metrics;
    }

    private void parts(
            Scope scope, Function<BootMeasures, SortedMap<String, Long>> parts, long quantumUs, List<Metric> metrics) {
        TreeSet<String> names = new TreeSet<>(parts.apply(baseline.get(0)).keySet());
        baseline.forEach(boot -> names.retainAll(parts.apply(boot).keySet()));
        candidate.forEach(boot -> names.retainAll(parts.apply(boot).keySet()));
        for (String name : names) {
            metrics.add(MarginTest.of(
                    scope,
                    name,
                    values(baseline, boot -> parts.apply(boot).get(name)),
                    values(candidate, boot -> parts.apply(boot).get(name)),
                    rule.part().atLeast(2 * quantumUs),
                    rule.partAlpha()));
        }
    }

    private static double[] values(List<BootMeasures> boots, Function<BootMeasures, Long> what) {
        return boots.stream().mapToDouble(boot -> what.apply(boot)).toArray();
    }

    private Verdict verdict(List<Metric> metrics, Structure structure, boolean global) {
        boolean initcall = has(metrics, Scope.INITCALL, Status.REGRESSED);
        boolean larger = has(metrics, Scope.TOTAL, Status.REGRESSED)
                || has(metrics, Scope.PHASE, Status.REGRESSED)
                || has(metrics, Scope.LEVEL, Status.REGRESSED);
        if (!structure.newFailures().isEmpty() || initcall || larger && (!global || interleaved)) {
            return Verdict.REGRESSED;
        }
        if (has(metrics, Scope.TOTAL, Status.INSUFFICIENT)) {
            return Verdict.INSUFFICIENT;
        }
        return larger || has(metrics, Scope.TOTAL, Status.INCONCLUSIVE) ? Verdict.INCONCLUSIVE : Verdict.OK;
    }

    private static boolean has(List<Metric> metrics, Scope scope, Status status) {
        return metrics.stream().anyMatch(metric -> metric.scope() == scope && metric.status() == status);
    }

    private GateResult result(
            Verdict verdict,
            String reason,
            @Nullable Matched matched,
            long quantumUs,
            List<Metric> metrics,
            Structure structure) {
        List<Metric> named = metrics.stream()
                .filter(metric -> metric.scope() == Scope.INITCALL && metric.status() != Status.OK)
                .toList();
        return new GateResult(
                verdict,
                reason,
                rule,
                baseline.size(),
                candidate.size(),
                List.copyOf(excluded),
                matched == null ? 1_000 : Math.round(1_000 * matched.environmentRatio()),
                matched != null && GlobalShift.explains(baseline, candidate, matched),
                quantumUs,
                metrics,
                structure,
                culprits(metrics, structure),
                matched == null ? null : Waterfall.of(baseline, candidate, matched, named));
    }

    private List<Culprit> culprits(List<Metric> metrics, Structure structure) {
        List<Culprit> culprits = new ArrayList<>();
        structure.newFailures().forEach(name -> culprits.add(new Culprit(Culprit.Kind.FAILED, name, null)));
        metrics.stream()
                .filter(metric -> metric.scope() == Scope.INITCALL && metric.status() == Status.REGRESSED)
                .sorted(Comparator.comparingLong(Metric::shiftUs).reversed().thenComparing(Metric::id))
                .forEach(metric -> culprits.add(new Culprit(Culprit.Kind.SLOWER, metric.id(), metric.shiftUs())));
        return culprits;
    }
}

package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.BootMeasures;
import io.bootledger.analyzer.compare.Matched;
import io.bootledger.analyzer.gate.Metric.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Makes all tests: of the total, the phases, the levels and the initcalls. */
final class Metrics {
    private final List<BootMeasures> baseline;
    private final List<BootMeasures> candidate;
    private final GateRule rule;
    private final long quantumUs;
    private final List<Metric> metrics = new ArrayList<>();

    Metrics(List<BootMeasures> baseline, List<BootMeasures> candidate, GateRule rule, long quantumUs) {
        this.baseline = baseline;
        this.candidate = candidate;
        this.rule = rule;
        this.quantumUs = quantumUs;
    }

    List<Metric> all(Matched matched) {
        add(Scope.TOTAL, "total", BootMeasures::totalUs, rule.total(), rule.totalAlpha());
        parts(Scope.PHASE, BootMeasures::phases);
        parts(Scope.LEVEL, BootMeasures::levels);
        if (Math.min(baseline.size(), candidate.size()) >= GateRule.FEWEST_BOOTS) {
            metrics.addAll(InitcallTests.of(matched, rule, quantumUs));
        }
        return metrics;
    }

    /** Phases or levels that every boot has. */
    private void parts(Scope scope, Function<BootMeasures, SortedMap<String, Long>> parts) {
        TreeSet<String> names = new TreeSet<>(parts.apply(baseline.get(0)).keySet());
        baseline.forEach(boot -> names.retainAll(parts.apply(boot).keySet()));
        candidate.forEach(boot -> names.retainAll(parts.apply(boot).keySet()));
        for (String name : names) {
            add(scope, name, boot -> parts.apply(boot).get(name), rule.part(), rule.partAlpha());
        }
    }

    private void add(Scope scope, String name, Function<BootMeasures, Long> what, Margin margin, double alpha) {
        metrics.add(MarginTest.of(
                scope, name, values(baseline, what), values(candidate, what), margin.atLeast(2 * quantumUs), alpha));
    }

    private static double[] values(List<BootMeasures> boots, Function<BootMeasures, Long> what) {
        return boots.stream().mapToDouble(boot -> what.apply(boot)).toArray();
    }
}

package io.bootledger.analyzer.rule;

import io.bootledger.analyzer.rule.MetricTable.Row;
import io.bootledger.analyzer.statistics.Arrangements;
import io.bootledger.analyzer.statistics.Design;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.statistics.StandardisedShift;
import io.bootledger.analyzer.statistics.StepDown;
import java.util.ArrayList;
import java.util.List;

/**
 * One permutation test over the total, the phases, the levels, the gaps and the initcalls together. If both sides are boots of one
 * kernel, any arrangement of them is as likely as the real one; what is flagged stands out more than the most conspicuous metric of
 * all but a few of the others.
 */
public final class FamilyTest {
    private final MetricTable table;
    private final GateRule rule;
    private final double[] factors;
    private final long quantumUs;

    /**
     * @param factors how slow each boot was as a whole, the baseline's first
     * @param quantumUs the step of the clock
     */
    public FamilyTest(MetricTable table, GateRule rule, double[] factors, long quantumUs) {
        this.table = table;
        this.rule = rule;
        this.factors = factors;
        this.quantumUs = quantumUs;
    }

    /** Of the metrics that are large enough to matter, in the order of the table. */
    public List<Finding> findings() {
        List<TestedMetric> metrics = tested();
        double common = commonVariance(metrics);
        Arrangements arrangements = Arrangements.of(table.design());
        List<StandardisedShift> shifts = metrics.stream()
                .map(metric -> StandardisedShift.of(
                        metric.logs(),
                        new StandardisedShift.Prior(metric.margin(), common, metric.leastError()),
                        arrangements))
                .toList();
        StepDown.Flags flags =
                StepDown.of(shifts.stream().map(StandardisedShift::t).toList(), rule.alpha());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            double least = Math.max(
                    metrics.get(i).margin(), flags.needed() * shifts.get(i).standardError());
            findings.add(new Finding(
                    metrics.get(i),
                    shifts.get(i).t()[0],
                    flags.p()[i],
                    flags.direction()[i],
                    metrics.get(i).microseconds(least)));
        }
        return findings;
    }

    private List<TestedMetric> tested() {
        Design design = table.design();
        return table.rows().stream()
                .flatMap(row -> TestedMetric.of(row, ordinary(row), design, margin(row)).stream())
                .toList();
    }

    /** As on boots of ordinary speed; a boot's own speed is part of its total. */
    private double[] ordinary(Row row) {
        double[] us = row.us().clone();
        if (row.scope() != Scope.TOTAL) {
            for (int boot = 0; boot < us.length; boot++) {
                us[boot] /= factors[boot];
            }
        }
        return us;
    }

    /** Where the clock counts in ticks a change must exceed two: of a single initcall that is known only if every boot has it. */
    private Margin margin(Row row) {
        boolean ticking = row.scope() == Scope.INITCALL && row.everywhere();
        long step = ticking ? Math.max(quantumUs, ClockQuantum.ticks(row.us())) : quantumUs;
        return rule.margin(row.scope()).atLeast(2 * step);
    }

    /** What a metric varies by, if nothing else is known of it: the median of the initcalls, or of all where there are none. */
    private static double commonVariance(List<TestedMetric> metrics) {
        double[] initcalls = metrics.stream()
                .filter(metric -> metric.scope() == Scope.INITCALL)
                .mapToDouble(TestedMetric::variance)
                .toArray();
        double[] known = initcalls.length > 0
                ? initcalls
                : metrics.stream().mapToDouble(TestedMetric::variance).toArray();
        return known.length == 0 ? 0 : Median.of(known);
    }
}

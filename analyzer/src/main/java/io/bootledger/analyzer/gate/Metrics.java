package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.occurrence.SlowBoots;
import io.bootledger.analyzer.rule.Certainty;
import io.bootledger.analyzer.rule.Finding;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.rule.MetricTable;
import io.bootledger.analyzer.rule.SegmentTest;
import io.bootledger.analyzer.rule.TestedMetric;
import io.bootledger.analyzer.statistics.Design;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.statistics.ShiftInterval;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Makes of the test's findings what is told of each metric. */
final class Metrics {
    /** What chance makes more often than not seems nothing. */
    private static final double LIKELY = 0.5;

    private final Design design;
    private final GateRule rule;
    private final Certainty certainty;
    private final ShiftInterval interval;

    private Metrics(Design design, GateRule rule, Certainty certainty) {
        this.design = design;
        this.rule = rule;
        this.certainty = certainty;
        this.interval = ShiftInterval.forSizes(design.earlier(), design.later());
    }

    static List<Metric> of(List<Finding> findings, Design design, GateRule rule, Certainty certainty) {
        Metrics metrics = new Metrics(design, rule, certainty);
        List<SlowBoots> slow = SlowBoots.of(
                findings.stream().map(Finding::metric).toList(), design, metric -> rule.margin(metric.scope()));
        return IntStream.range(0, findings.size())
                .mapToObj(one -> metrics.metric(findings.get(one), slow.get(one)))
                .toList();
    }

    /**
     * The same of what ran before the kernel and behind it.
     *
     * @param judged whether it may fail a build; else what is slower is told, and what may be by chance is not
     */
    static List<Metric> of(SegmentTest test, GateRule rule, boolean judged) {
        MetricTable table = test.table();
        return of(test.findings(rule), table.design(), rule, Certainty.of(table, rule)).stream()
                .map(metric -> judged ? metric : told(metric))
                .toList();
    }

    private static Metric told(Metric metric) {
        return switch (metric.status()) {
            case REGRESSED -> metric.with(Status.NOTED);
            case INCONCLUSIVE -> metric.with(Status.OK);
            case NOTED, WAIVED, MOVED, CHANGED, INSUFFICIENT, IMPROVED, OK -> metric;
        };
    }

    private Metric metric(Finding finding, SlowBoots slow) {
        TestedMetric tested = finding.metric();
        double[] before = tested.baseline(design);
        double[] after = tested.candidate(design);
        double median = Median.of(before);
        double shift = Median.shift(before, after);
        ShiftInterval.Range range = interval.of(before, after);
        return new Metric(
                tested.scope(),
                tested.id(),
                Math.round(median),
                Math.round(Median.of(after)),
                Math.round(shift),
                median == 0 ? null : Math.round(shift * 1_000 / median),
                range == null ? null : Math.round(range.low()),
                range == null ? null : Math.round(range.high()),
                certainty == Certainty.DETERMINISTIC ? null : finding.p(),
                Math.round(tested.marginUs()),
                (int) Arrays.stream(after)
                        .filter(us -> us > median + tested.marginUs())
                        .count(),
                slow,
                status(finding, median, shift),
                null);
    }

    private Status status(Finding finding, double median, double shift) {
        return switch (certainty) {
            case FEW -> Status.INSUFFICIENT;
            case DETERMINISTIC -> changed(finding.metric(), median, shift);
            case STATISTICAL -> Math.abs(shift) > finding.metric().marginUs() ? tested(finding, shift) : Status.OK;
        };
    }

    /**
     * The test compares means of logarithms, on boots of ordinary speed: two boots as they are must differ by more than the margin too,
     * and the same way.
     */
    private static Status tested(Finding finding, double shift) {
        if (finding.t() * shift <= 0) {
            return Status.OK;
        }
        return switch (finding.direction()) {
            case 1 -> Status.REGRESSED;
            case -1 -> Status.IMPROVED;
            default -> finding.t() > 0 && finding.p() <= LIKELY ? Status.INCONCLUSIVE : Status.OK;
        };
    }

    /**
     * One boot against one: a whole or a level that grew is a fact, but what an initcall waits for jumps to another as soon as the
     * layout of the kernel changes.
     */
    private Status changed(TestedMetric metric, double median, double shift) {
        if (Math.abs(shift) <= metric.marginUs()) {
            return Status.OK;
        }
        boolean large = switch (metric.scope()) {
            case TOTAL, SEGMENT, LEVEL -> true;
            case PHASE, GAP, OWNER, INITCALL -> false;
        };
        return large && shift > rule.margin(metric.scope()).fixed(median) ? Status.REGRESSED : Status.CHANGED;
    }
}

package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.gate.Metric.Scope;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.statistics.Outliers;
import io.bootledger.analyzer.statistics.RankSum;
import java.util.Arrays;

/**
 * The test of the total, a phase or a level: the exact rank sum test of the candidate against the baseline shifted up by the
 * margin, outliers set aside. Equivalent: the lower confidence bound of the shift lies above the margin.
 */
final class MarginTest {
    private static final double LARGEST_SMALLEST_P = 0.05;

    private MarginTest() {}

    static Metric of(Scope scope, String id, double[] baseline, double[] candidate, Margin margin, double alpha) {
        double[] a = Outliers.drop(baseline);
        double[] b = Outliers.drop(candidate);
        double smallestP = RankSum.smallestP(a.length, b.length);
        double p = RankSum.pGreater(shifted(a, margin), b);
        double faster = RankSum.pGreater(shifted(b, margin), a);
        double median = Median.of(a);
        double shift = Median.shift(a, b);
        long marginUs = margin.around(median);
        Status status =
                smallestP > LARGEST_SMALLEST_P || Math.min(baseline.length, candidate.length) < GateRule.FEWEST_BOOTS
                        ? Status.INSUFFICIENT
                        : status(p, faster, Math.max(alpha, smallestP), shift, marginUs);
        return new Metric(
                scope,
                id,
                baseline.length,
                candidate.length,
                Math.round(Median.of(baseline)),
                Math.round(Median.of(candidate)),
                Math.round(shift),
                median == 0 ? null : Math.round(shift * 1_000 / median),
                p,
                smallestP,
                marginUs,
                baseline.length - a.length + candidate.length - b.length,
                SlowBoots.of(baseline, candidate, margin),
                status);
    }

    private static Status status(double p, double faster, double alpha, double shift, long marginUs) {
        // Attainable p-values are sums of equal shares: a rounding error must not decide.
        double limit = alpha * (1 + 1e-9);
        if (p <= limit) {
            return Status.REGRESSED;
        }
        if (faster <= limit) {
            return Status.IMPROVED;
        }
        return shift >= marginUs ? Status.INCONCLUSIVE : Status.OK;
    }

    private static double[] shifted(double[] values, Margin margin) {
        return Arrays.stream(values).map(margin::above).toArray();
    }
}

package io.bootledger.analyzer.occurrence;

import io.bootledger.analyzer.rule.Margin;
import io.bootledger.analyzer.rule.TestedMetric;
import io.bootledger.analyzer.statistics.Design;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.statistics.Outliers;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * How many boots of each side lie far above all boots' median: by the rule for outliers and by the margin. What is slow in one boot of
 * five shifts no median.
 *
 * @param of how many boots the candidate has
 * @param p how likely the candidate has so many more of them by chance (Fisher's exact test), corrected for how much was asked
 */
public record SlowBoots(int baseline, int candidate, int of, double p) {
    /** Of each of these metrics. */
    public static List<SlowBoots> of(List<TestedMetric> metrics, Design design, Function<TestedMetric, Margin> margin) {
        List<Pattern> patterns = metrics.stream()
                .map(metric ->
                        new Pattern(slow(metric, design, margin.apply(metric)), design.earlier(), design.later()))
                .toList();
        Questions asked = new Questions(patterns);
        return patterns.stream()
                .map(pattern -> Occurrence.of("", pattern, asked))
                .map(one -> new SlowBoots(one.baseline(), one.candidate(), one.ofCandidate(), one.p()))
                .toList();
    }

    private static BitSet slow(TestedMetric metric, Design design, Margin margin) {
        double[] values = DoubleStream.concat(
                        DoubleStream.of(metric.baseline(design)), DoubleStream.of(metric.candidate(design)))
                .toArray();
        double limit = Math.max(Outliers.limit(values), margin.above(Median.of(values)));
        BitSet slow = new BitSet();
        for (int boot = 0; boot < values.length; boot++) {
            slow.set(boot, values[boot] > limit);
        }
        return slow;
    }

    /** Whether the candidate is slow now and then, and the baseline is not, beyond what chance makes. */
    public boolean sometimes() {
        return candidate > baseline && candidate < of && p <= Occurrence.HARDLY_CHANCE;
    }
}

package io.bootledger.analyzer.rule;

import io.bootledger.analyzer.rule.MetricTable.Row;
import io.bootledger.analyzer.statistics.Design;
import io.bootledger.analyzer.statistics.Median;
import java.util.Arrays;
import java.util.Optional;

/**
 * One metric made ready for its test. Nothing here knows which boot is on which side: what is tested, and how, is chosen from all
 * boots together, which is what keeps the test exact.
 *
 * @param us the boots' own durations, the baseline's first
 * @param logs logarithms of what they would be on boots of ordinary speed, those of boots far off drawn in
 * @param usualUs the median of these durations
 * @param offsetUs added before a logarithm is taken: a duration may be 0, and what is far below this does not matter
 * @param marginUs a shift up to this is of no interest
 * @param margin the same between logarithms
 * @param leastError what an error of the shift is taken to be at least: short metrics are not better known than this
 */
public record TestedMetric(
        Scope scope,
        String id,
        double[] us,
        double[] logs,
        double usualUs,
        long offsetUs,
        double marginUs,
        double margin,
        double leastError) {
    /** Values farther from the median than so many deviations are drawn in. */
    private static final double CLIP_DEVIATIONS = 2;
    /** And at least so many margins are left to them. */
    private static final double CLIP_MARGINS = 2;
    /** Weight of the least error. */
    private static final double LEAST_ERROR = 0.5;

    /**
     * Empty when too few boots take long enough in it to matter.
     *
     * @param ordinaryUs durations as they would be on boots of ordinary speed; of the total, those measured
     */
    static Optional<TestedMetric> of(Row row, double[] ordinaryUs, Design design, Margin margin) {
        double[] sorted = ordinaryUs.clone();
        Arrays.sort(sorted);
        double highHalf = sorted[design.size() - design.half()];
        if (highHalf < margin.us()) {
            return Optional.empty();
        }
        long offset = margin.us();
        double usual = Median.of(ordinaryUs);
        double marginUs = margin.around(usual, spread(sorted, design));
        double marginLog = StrictMath.log(usual + marginUs + offset) - StrictMath.log(usual + offset);
        double[] logs = Arrays.stream(ordinaryUs)
                .map(value -> StrictMath.log(value + offset))
                .toArray();
        double reference = design.balanced() ? usual : (sorted[design.half() - 1] + highHalf) / 2;
        return Optional.of(new TestedMetric(
                row.scope(),
                row.id(),
                row.us(),
                clipped(logs, design, marginLog),
                usual,
                offset,
                marginUs,
                marginLog,
                LEAST_ERROR * offset / (reference + offset)));
    }

    /** The shortest stretch that holds the bulk: it does not grow when one side shifts as a whole. */
    private static double spread(double[] sorted, Design design) {
        double shortest = Double.MAX_VALUE;
        for (int first = 0; first + design.bulk() <= sorted.length; first++) {
            shortest = Math.min(shortest, sorted[first + design.bulk() - 1] - sorted[first]);
        }
        return shortest;
    }

    private static double[] clipped(double[] logs, Design design, double margin) {
        double[] sorted = logs.clone();
        Arrays.sort(sorted);
        double middle = Median.of(logs);
        double reach = CLIP_DEVIATIONS * Median.deviation(logs) + CLIP_MARGINS * margin;
        double low = middle - reach;
        double high = middle + reach;
        if (!design.balanced()) {
            // The smaller side as a whole is no outlier.
            low = Math.min(low, sorted[design.half() - 1]);
            high = Math.max(high, sorted[design.size() - design.half()]);
        }
        double least = low;
        double most = high;
        return Arrays.stream(logs)
                .map(value -> Math.max(least, Math.min(most, value)))
                .toArray();
    }

    /** How much the logarithms vary, both sides together. */
    double variance() {
        double mean = Arrays.stream(logs).average().orElseThrow();
        return Arrays.stream(logs).map(value -> (value - mean) * (value - mean)).sum() / (logs.length - 1);
    }

    /** A difference of logarithms as microseconds above the usual duration. */
    double microseconds(double logarithms) {
        return (usualUs + offsetUs) * (StrictMath.exp(logarithms) - 1);
    }

    public double[] baseline(Design design) {
        return Arrays.copyOf(us, design.earlier());
    }

    public double[] candidate(Design design) {
        return Arrays.copyOfRange(us, design.earlier(), design.size());
    }
}

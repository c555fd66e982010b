package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.statistics.ShiftInterval;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Durations of two sets of boots as they would be if every boot ran at ordinary speed.
 *
 * @param factors how slow each boot was as a whole, the baseline's first
 */
public record OrdinarySpeed(List<BootMeasures> baseline, List<BootMeasures> candidate, double[] factors) {
    /** By the initcalls that every boot has. */
    public static OrdinarySpeed of(List<BootMeasures> baseline, List<BootMeasures> candidate, Matched matched) {
        return new OrdinarySpeed(baseline, candidate, matched.factors());
    }

    /** As measured: where nothing tells a boot's speed. */
    public static OrdinarySpeed unknown(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        double[] ones = new double[baseline.size() + candidate.size()];
        Arrays.fill(ones, 1);
        return new OrdinarySpeed(baseline, candidate, ones);
    }

    public double[] baseline(ToDoubleFunction<BootMeasures> duration) {
        return divided(baseline, duration, 0);
    }

    public double[] candidate(ToDoubleFunction<BootMeasures> duration) {
        return divided(candidate, duration, baseline.size());
    }

    public Shift shift(ToDoubleFunction<BootMeasures> duration, ShiftInterval interval) {
        return Shift.of(baseline(duration), candidate(duration), interval);
    }

    private double[] divided(List<BootMeasures> boots, ToDoubleFunction<BootMeasures> duration, int first) {
        double[] values = boots.stream().mapToDouble(duration).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] /= factors[first + i];
        }
        return values;
    }
}

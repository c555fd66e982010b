package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.BootMeasures;
import io.bootledger.analyzer.compare.InitcallKey;
import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The initcalls that every boot of both sides has, as a table, and each boot's own speed.
 *
 * @param keys the rows
 * @param us durations: a row an initcall, a column a boot, the baseline's boots first
 * @param factors how slow each boot was as a whole: the median, over the initcalls that take long enough to be measured well, of
 *     its duration by the initcall's median. Clock, heat and a busy host slow all initcalls alike
 * @param baselineBoots how many columns are the baseline's
 */
record Matched(List<InitcallKey> keys, double[][] us, double[] factors, int baselineBoots) {
    private static final double MEASURED_WELL_US = 200;

    static Matched of(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        List<BootMeasures> boots = new ArrayList<>(baseline);
        boots.addAll(candidate);
        TreeSet<InitcallKey> common = new TreeSet<>(boots.get(0).initcalls().keySet());
        boots.forEach(boot -> common.retainAll(boot.initcalls().keySet()));
        List<InitcallKey> keys = List.copyOf(common);
        double[][] us = new double[keys.size()][];
        for (int row = 0; row < us.length; row++) {
            InitcallKey key = keys.get(row);
            us[row] = boots.stream()
                    .mapToDouble(boot -> boot.initcalls().get(key))
                    .toArray();
        }
        return new Matched(keys, us, factors(us, boots.size()), baseline.size());
    }

    private static double[] factors(double[][] us, int boots) {
        double[] factors = new double[boots];
        double[][] wellMeasured = Arrays.stream(us)
                .filter(row -> Median.of(row) > MEASURED_WELL_US)
                .toArray(double[][]::new);
        for (int boot = 0; boot < boots; boot++) {
            int column = boot;
            factors[boot] = wellMeasured.length == 0
                    ? 1
                    : Median.of(Arrays.stream(wellMeasured)
                            .mapToDouble(row -> row[column] / Median.of(row))
                            .toArray());
        }
        return factors;
    }

    /** One initcall's durations in the baseline as they would be on a boot of ordinary speed. */
    double[] baseline(int row) {
        return normalised(row, 0, baselineBoots);
    }

    /** The same for the candidate. */
    double[] candidate(int row) {
        return normalised(row, baselineBoots, factors.length);
    }

    /** The step of the clock that this one initcall was measured with in every boot: a tick, or 1. */
    long stepUs(int row) {
        return ClockQuantum.ticks(us[row]);
    }

    private double[] normalised(int row, int from, int to) {
        double[] values = new double[to - from];
        for (int boot = from; boot < to; boot++) {
            values[boot - from] = us[row][boot] / factors[boot];
        }
        return values;
    }

    /** The candidate's median speed factor by the baseline's: above 1 when the whole machine was slower. */
    double environmentRatio() {
        return Median.of(Arrays.copyOfRange(factors, baselineBoots, factors.length))
                / Median.of(Arrays.copyOfRange(factors, 0, baselineBoots));
    }
}

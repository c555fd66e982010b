package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The initcalls that every boot of both sides has, as a table, and each boot's own speed.
 *
 * @param keys the rows
 * @param us durations: a row an initcall, a column a boot, the baseline's boots first
 * @param factors how slow each boot was as a whole: the median, over the initcalls that take long enough to be measured well, of
 *     its duration by the initcall's median. Clock, heat and a busy host slow all initcalls alike
 * @param baselineBoots how many columns are the baseline's
 */
public record Matched(List<InitcallKey> keys, double[][] us, double[] factors, int baselineBoots) {
    private static final double MEASURED_WELL_US = 200;
    /** Of fewer initcalls the median follows two that changed. */
    private static final int FEWEST = 5;

    /** Of boots of which there is at least one on each side. */
    public static Matched of(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        List<BootMeasures> boots = new ArrayList<>(baseline);
        boots.addAll(candidate);
        SortedMap<InitcallKey, double[]> common = common(boots);
        double[][] us = common.values().toArray(double[][]::new);
        return new Matched(List.copyOf(common.keySet()), us, factors(us, boots.size()), baseline.size());
    }

    /** The durations of the initcalls that no boot lacks. */
    private static SortedMap<InitcallKey, double[]> common(List<BootMeasures> boots) {
        Map<InitcallKey, double[]> known = new HashMap<>();
        Map<InitcallKey, Integer> counts = new HashMap<>();
        for (int boot = 0; boot < boots.size(); boot++) {
            for (Map.Entry<InitcallKey, Long> call : boots.get(boot).initcalls().entrySet()) {
                known.computeIfAbsent(call.getKey(), key -> new double[boots.size()])[boot] = call.getValue();
                counts.merge(call.getKey(), 1, Integer::sum);
            }
        }
        known.keySet().removeIf(key -> counts.getOrDefault(key, 0) < boots.size());
        return new TreeMap<>(known);
    }

    private static double[] factors(double[][] us, int boots) {
        double[] factors = new double[boots];
        double[][] wellMeasured = wellMeasured(us);
        double[] medians = Arrays.stream(wellMeasured).mapToDouble(Median::of).toArray();
        for (int boot = 0; boot < boots; boot++) {
            int column = boot;
            factors[boot] = wellMeasured.length < FEWEST
                    ? 1
                    : Median.of(IntStream.range(0, wellMeasured.length)
                            .mapToDouble(row -> wellMeasured[row][column] / medians[row])
                            .toArray());
        }
        return factors;
    }

    private static double[][] wellMeasured(double[][] us) {
        return Arrays.stream(us)
                .filter(row ->
                        Median.of(row) > MEASURED_WELL_US && Arrays.stream(row).allMatch(duration -> duration > 0))
                .toArray(double[][]::new);
    }

    /** One initcall's durations in the baseline as they would be on a boot of ordinary speed. */
    public double[] baseline(int row) {
        return normalised(row, 0, baselineBoots);
    }

    /** The same for the candidate. */
    public double[] candidate(int row) {
        return normalised(row, baselineBoots, factors.length);
    }

    private double[] normalised(int row, int from, int to) {
        double[] values = new double[to - from];
        for (int boot = from; boot < to; boot++) {
            values[boot - from] = us[row][boot] / factors[boot];
        }
        return values;
    }

    /** The candidate's median speed factor by the baseline's: above 1 when the whole machine was slower. */
    public double environmentRatio() {
        return Median.of(Arrays.copyOfRange(factors, baselineBoots, factors.length))
                / Median.of(Arrays.copyOfRange(factors, 0, baselineBoots));
    }

    /** What the candidate's speed rests on; null where too few initcalls can be measured well. */
    public @Nullable Speed speed() {
        double[] ratios = Arrays.stream(wellMeasured(us))
                .map(row -> new double[] {medianOf(row, 0, baselineBoots), medianOf(row, baselineBoots, row.length)})
                .filter(pair -> pair[0] > 0)
                .mapToDouble(pair -> pair[1] / pair[0])
                .sorted()
                .toArray();
        return ratios.length < FEWEST ? null : Speed.of(environmentRatio(), ratios);
    }

    private static double medianOf(double[] row, int from, int to) {
        return Median.of(Arrays.copyOfRange(row, from, to));
    }
}

package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The initcalls that every boot of both sides has, as a table, and each boot's own speed.
 *
 * @param keys the rows
 * @param us durations: a row an initcall, a column a boot, the baseline's boots first
 * @param factors how slow each boot was as a whole, by the initcalls that take long enough to be measured well; 1 where the totals do
 *     not follow them
 * @param speedTold whether they tell anything
 * @param baselineBoots how many columns are the baseline's
 */
public record Matched(List<InitcallKey> keys, double[][] us, double[] factors, boolean speedTold, int baselineBoots) {
    /** Of boots of which there is at least one on each side. */
    public static Matched of(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        List<BootMeasures> boots = new ArrayList<>(baseline);
        boots.addAll(candidate);
        Map<InitcallKey, double[]> known = new HashMap<>();
        Map<InitcallKey, Integer> counts = new HashMap<>();
        for (int boot = 0; boot < boots.size(); boot++) {
            for (Map.Entry<InitcallKey, Long> call : boots.get(boot).initcalls().entrySet()) {
                known.computeIfAbsent(call.getKey(), key -> new double[boots.size()])[boot] = call.getValue();
                counts.merge(call.getKey(), 1, Integer::sum);
            }
        }
        double[] elsewhere = new double[boots.size()];
        known.entrySet().removeIf(call -> {
            boolean lacking = counts.getOrDefault(call.getKey(), 0) < boots.size();
            if (lacking && call.getKey().module() == null) {
                Arrays.setAll(elsewhere, boot -> elsewhere[boot] + call.getValue()[boot]);
            }
            return lacking;
        });
        SortedMap<InitcallKey, double[]> common = new TreeMap<>(known);
        double[][] us = common.values().toArray(double[][]::new);
        BootFactors speed = BootFactors.of(us, boots, elsewhere);
        return new Matched(List.copyOf(common.keySet()), us, speed.factors(), speed.told(), baseline.size());
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

    /** What the candidate's speed rests on; null where too few initcalls can be measured well, or the totals do not follow them. */
    public @Nullable Speed speed() {
        if (!speedTold) {
            return null;
        }
        double[] ratios = Arrays.stream(BootFactors.wellMeasured(us))
                .map(row -> new double[] {medianOf(row, 0, baselineBoots), medianOf(row, baselineBoots, row.length)})
                .filter(pair -> pair[0] > 0)
                .mapToDouble(pair -> pair[1] / pair[0])
                .sorted()
                .toArray();
        return ratios.length == 0 ? null : Speed.of(environmentRatio(), ratios);
    }

    private static double medianOf(double[] row, int from, int to) {
        return Median.of(Arrays.copyOfRange(row, from, to));
    }
}

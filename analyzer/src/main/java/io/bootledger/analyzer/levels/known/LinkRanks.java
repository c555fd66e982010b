package io.bootledger.analyzer.levels.known;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where each object file stands in link order, on one scale for all levels. Inside a level the order is that of the link
 * ({@code init} before {@code arch} before {@code kernel} ... before {@code net}), so where it falls back, a new level begins:
 * that tells levels apart even around functions nobody knows.
 *
 * <p>The scale is found by turns: every level's sequence is made non-decreasing by pooling neighbours that are out of order
 * (isotonic regression), then every object takes the mean of where its functions have come to stand.
 */
final class LinkRanks {
    static final int SCALE = 1000;
    private static final int ROUNDS = 20;
    /** A level of fewer calls says nothing of where in the link they stand. */
    private static final int FEWEST = 4;

    /**
     * The rank of each object, 0 to 999.
     *
     * @param sequences the objects of each half-level of each kernel, in link order
     */
    static Map<String, Integer> of(List<List<String>> sequences) {
        List<List<String>> longer =
                sequences.stream().filter(each -> each.size() >= FEWEST).toList();
        Map<String, Double> position = means(longer, LinkRanks::evenly);
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Double> before = position;
            position = means(longer, sequence -> nonDecreasing(sequence, before));
        }
        return onScale(position);
    }

    private interface Spread {
        double[] over(List<String> sequence);
    }

    private static Map<String, Double> means(List<List<String>> sequences, Spread spread) {
        Map<String, double[]> sums = new HashMap<>();
        for (List<String> sequence : sequences) {
            double[] places = spread.over(sequence);
            for (int at = 0; at < places.length; at++) {
                double[] sum = sums.computeIfAbsent(sequence.get(at), object -> new double[2]);
                sum[0] += places[at];
                sum[1]++;
            }
        }
        Map<String, Double> means = new TreeMap<>();
        sums.forEach((object, sum) -> means.put(object, sum[0] / sum[1]));
        return means;
    }

    private static double[] evenly(List<String> sequence) {
        double[] places = new double[sequence.size()];
        for (int at = 0; at < places.length; at++) {
            places[at] = (at + 0.5) / places.length;
        }
        return places;
    }

    private static double[] nonDecreasing(List<String> sequence, Map<String, Double> position) {
        List<double[]> pools = new ArrayList<>();
        for (String object : sequence) {
            double[] pool = {position.getOrDefault(object, 0.0), 1};
            while (!pools.isEmpty() && pools.get(pools.size() - 1)[0] > pool[0]) {
                double[] before = pools.remove(pools.size() - 1);
                double weight = before[1] + pool[1];
                pool = new double[] {(before[0] * before[1] + pool[0] * pool[1]) / weight, weight};
            }
            pools.add(pool);
        }
        double[] places = new double[sequence.size()];
        int at = 0;
        for (double[] pool : pools) {
            Arrays.fill(places, at, at + (int) pool[1], pool[0]);
            at += (int) pool[1];
        }
        return places;
    }

    private static Map<String, Integer> onScale(Map<String, Double> position) {
        double[] sorted = position.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        Map<String, Integer> ranks = new TreeMap<>();
        position.forEach((object, place) -> {
            int lower = Arrays.binarySearch(sorted, place);
            while (lower > 0 && sorted[lower - 1] == place) {
                lower--;
            }
            ranks.put(object, (int) ((long) lower * SCALE / sorted.length));
        });
        return ranks;
    }

    private LinkRanks() {}
}

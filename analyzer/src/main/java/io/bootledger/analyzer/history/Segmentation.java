package io.bootledger.analyzer.history;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a series into stretches of one level each: of all ways to cut it the cheapest, where a stretch costs its values'
 * distances from their median, and each cut a fixed price (optimal partitioning, by Bellman's recursion).
 */
final class Segmentation {
    private static final int SHORTEST = 3;

    private Segmentation() {}

    /** Where each stretch but the first begins, in order. */
    static List<Integer> cuts(double[] series, double price) {
        int n = series.length;
        SegmentCosts segments = new SegmentCosts(series);
        double[] cheapest = new double[n + 1];
        Arrays.fill(cheapest, Double.POSITIVE_INFINITY);
        cheapest[0] = -price;
        int[] lastCut = new int[n + 1];
        double[] costs = new double[n + 1];
        for (int start = 0; start + SHORTEST <= n; start++) {
            if (cheapest[start] == Double.POSITIVE_INFINITY) {
                continue;
            }
            segments.from(start, SHORTEST, costs);
            for (int end = start + SHORTEST; end <= n; end++) {
                double whole = cheapest[start] + price + costs[end];
                if (whole < cheapest[end]) {
                    cheapest[end] = whole;
                    lastCut[end] = start;
                }
            }
        }
        Deque<Integer> cuts = new ArrayDeque<>();
        for (int cut = lastCut[n]; cut > 0; cut = lastCut[cut]) {
            cuts.addFirst(cut);
        }
        return List.copyOf(cuts);
    }
}

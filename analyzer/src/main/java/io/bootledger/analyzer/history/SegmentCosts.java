package io.bootledger.analyzer.history;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How badly one level fits a stretch of a series: the sum of the distances from its median. All stretches with one start take
 * linear time together: their values hang in a sorted chain, and as they leave it from the back the median moves by one.
 */
final class SegmentCosts {
    private final int[] rankOf;
    private final double[] sorted;
    private final int[] next;
    private final int[] previous;
    private int median;
    private int below;
    private int above;
    private double sumBelow;
    private double sumAbove;

    SegmentCosts(double[] series) {
        int n = series.length;
        rankOf = new int[n];
        sorted = new double[n];
        next = new int[n];
        previous = new int[n];
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> series[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = 0; rank < n; rank++) {
            rankOf[order[rank]] = rank;
            sorted[rank] = series[order[rank]];
        }
    }

    /** Writes to {@code costs[end]} what the stretch from {@code start} to before {@code end} costs, if it is so long at least. */
    void from(int start, int shortest, double[] costs) {
        int n = rankOf.length;
        chain(start);
        for (int end = n; end >= start + shortest; end--) {
            costs[end] = sorted[median] * (below - above) - sumBelow + sumAbove;
            leave(rankOf[end - 1]);
        }
    }

    private void chain(int start) {
        boolean[] there = new boolean[sorted.length];
        for (int i = start; i < rankOf.length; i++) {
            there[rankOf[i]] = true;
        }
        int count = rankOf.length - start;
        below = (count - 1) / 2;
        above = count - 1 - below;
        sumBelow = 0;
        sumAbove = 0;
        int last = -1;
        int place = 0;
        for (int rank = 0; rank < sorted.length; rank++) {
            if (there[rank]) {
                previous[rank] = last;
                if (last >= 0) {
                    next[last] = rank;
                }
                last = rank;
                settle(rank, place++);
            }
        }
        next[last] = -1;
    }

    private void settle(int rank, int place) {
        if (place < below) {
            sumBelow += sorted[rank];
        } else if (place == below) {
            median = rank;
        } else {
            sumAbove += sorted[rank];
        }
    }

    private void leave(int rank) {
        unhook(rank);
        if (rank < median) {
            below--;
            sumBelow -= sorted[rank];
        } else if (rank > median) {
            above--;
            sumAbove -= sorted[rank];
        } else if (above > below) {
            median = next[rank];
            above--;
            sumAbove -= sorted[median];
        } else {
            median = previous[rank];
            below--;
            sumBelow -= median < 0 ? 0 : sorted[median];
        }
        balance();
    }

    private void unhook(int rank) {
        if (previous[rank] >= 0) {
            next[previous[rank]] = next[rank];
        }
        if (next[rank] >= 0) {
            previous[next[rank]] = previous[rank];
        }
    }

    /** As many below the median as above it, or one fewer. */
    private void balance() {
        if (above > below + 1) {
            sumBelow += sorted[median];
            below++;
            median = next[median];
            above--;
            sumAbove -= sorted[median];
        } else if (below > above) {
            sumAbove += sorted[median];
            above++;
            median = previous[median];
            below--;
            sumBelow -= sorted[median];
        }
    }
}

package io.bootledger.analyzer.history;

import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.statistics.RankSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds where a series of durations settled on another level. Its logarithm is cut at the least cost, a cut costing as much as
 * {@code 3 ln n} points of ordinary noise; of these cuts the weakest is dropped as long as chance may have made it
 * ({@code p >= 0.001}), or it is smaller than 2 %. One slow build, or two, are no change; and nothing is drawn by lot.
 */
public final class ChangePoints {
    /** Of fewer points nothing is said: a rank test could not reach its level. */
    public static final int FEWEST = 14;
    /** Of more points only the latest are looked at. */
    public static final int MOST = 1_000;

    private static final double PRICE = 3;
    private static final double ALPHA = 0.001;
    private static final double LEAST_SHARE = 0.02;
    private static final int NEIGHBOURS = 60;

    /** Makes the median distance of neighbours the standard deviation of normal values: 1.4826 / sqrt 2. */
    private static final double BY_MEDIAN = 1.0483564;
    /** The same for the mean distance: sqrt(pi) / 2. */
    private static final double BY_MEAN = 0.8862269;
    /** The mean distance of normal values from their median, in standard deviations: sqrt(2 / pi). */
    private static final double MEAN_DISTANCE = 0.7978846;

    private final long[] us;
    private final List<ChangePoint> points = new ArrayList<>();

    private ChangePoints(long[] us) {
        this.us = us;
    }

    /**
     * The changes, in order.
     *
     * @param us the series in microseconds, the oldest first
     */
    public static List<ChangePoint> of(long[] us) {
        int skipped = Math.max(0, us.length - MOST);
        return us.length < FEWEST
                ? List.of()
                : new ChangePoints(Arrays.copyOfRange(us, skipped, us.length))
                        .found().stream()
                                .map(point -> point.at(point.index() + skipped))
                                .toList();
    }

    private List<ChangePoint> found() {
        double[] logs = Arrays.stream(us)
                .mapToDouble(value -> StrictMath.log((double) Math.max(1, value)))
                .toArray();
        double unit = MEAN_DISTANCE * noise(logs);
        if (unit == 0) {
            return List.of();
        }
        List<Integer> cuts = Segmentation.cuts(logs, unit * PRICE * StrictMath.log(us.length));
        cuts.forEach(cut -> points.add(new ChangePoint(cut, 0, 0, 1)));
        IntStream.range(0, points.size()).forEach(this::look);
        boolean dropped;
        do {
            dropped = dropped();
        } while (dropped);
        return points;
    }

    /**
     * The noise from build to build, which a change of level hardly touches. Where most neighbours are equal, as ticks are, the
     * mean distance takes the place of the median one; 0 only if all values are equal.
     */
    private static double noise(double[] logs) {
        double[] distances = IntStream.range(1, logs.length)
                .mapToDouble(i -> Math.abs(logs[i] - logs[i - 1]))
                .toArray();
        double median = Median.of(distances);
        return median > 0
                ? BY_MEDIAN * median
                : BY_MEAN * Arrays.stream(distances).sum() / distances.length;
    }

    private ChangePoint point(int from, int cut, int to) {
        double[] before = values(Math.max(from, cut - NEIGHBOURS), cut);
        double[] after = values(cut, Math.min(to, cut + NEIGHBOURS));
        double p = 2 * Math.min(RankSum.pGreater(before, after), RankSum.pGreater(after, before));
        return new ChangePoint(cut, median(from, cut), median(cut, to), Math.min(1, p));
    }

    /** Drops the weakest point, if it is too weak, and looks at its neighbours again. */
    private boolean dropped() {
        return droppedIf(Comparator.comparingDouble(ChangePoint::p).reversed(), point -> point.p() >= ALPHA)
                || droppedIf(Comparator.comparingDouble(ChangePoints::share), point -> share(point) < LEAST_SHARE);
    }

    private boolean droppedIf(Comparator<ChangePoint> weakestFirst, Predicate<ChangePoint> tooWeak) {
        Optional<ChangePoint> weakest = points.stream().min(weakestFirst).filter(tooWeak);
        weakest.ifPresent(point -> {
            int place = points.indexOf(point);
            points.remove(place);
            look(place - 1);
            look(place);
        });
        return weakest.isPresent();
    }

    private void look(int place) {
        if (place >= 0 && place < points.size()) {
            int from = place == 0 ? 0 : points.get(place - 1).index();
            int to = place == points.size() - 1
                    ? us.length
                    : points.get(place + 1).index();
            points.set(place, point(from, points.get(place).index(), to));
        }
    }

    private static double share(ChangePoint point) {
        return Math.abs(point.afterUs() - point.beforeUs()) / (double) Math.max(1, point.beforeUs());
    }

    private long median(int from, int to) {
        return Math.round(Median.of(values(from, to)));
    }

    private double[] values(int from, int to) {
        return Arrays.stream(us, from, to).asDoubleStream().toArray();
    }
}

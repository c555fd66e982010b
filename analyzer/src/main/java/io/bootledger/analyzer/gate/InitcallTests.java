package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Matched;
import io.bootledger.analyzer.gate.Metric.Scope;
import io.bootledger.analyzer.statistics.Holm;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.statistics.ModeratedT;
import io.bootledger.analyzer.statistics.Outliers;
import io.bootledger.analyzer.statistics.RankSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The test of single initcalls. Thousands of them at five boots a side: a rank test corrected for so many can never fire, a plain
 * t test fires on noise. So each boot is divided by its speed, only initcalls large enough to matter are tested (chosen without
 * looking at which side a boot is on), the variance is borrowed from initcalls of the same size, Holm corrects, and the rank test
 * and the size of the effect must agree.
 */
final class InitcallTests {
    private static final double[] SIZES_US = {100, 1_000};

    private final Matched matched;
    private final GateRule rule;
    private final long quantumUs;

    private InitcallTests(Matched matched, GateRule rule, long quantumUs) {
        this.matched = matched;
        this.rule = rule;
        this.quantumUs = quantumUs;
    }

    /** The tested initcalls, in the order of their names. */
    static List<Metric> of(Matched matched, GateRule rule, long quantumUs) {
        return new InitcallTests(matched, rule, quantumUs).metrics();
    }

    private List<Metric> metrics() {
        List<Pair> all = IntStream.range(0, matched.keys().size())
                .mapToObj(row -> new Pair(
                        row, ClockQuantum.ticks(matched.us()[row]), matched.baseline(row), matched.candidate(row)))
                .toList();
        List<Pair> tested =
                all.stream().filter(pair -> pair.mean() >= floorUs(pair) / 2).toList();
        double[] common = commonVariances(all);
        double[] slower = Holm.adjust(p(tested, common, false));
        double[] faster = Holm.adjust(p(tested, common, true));
        List<Metric> metrics = new ArrayList<>();
        for (int i = 0; i < tested.size(); i++) {
            metrics.add(metric(tested.get(i), slower[i], faster[i]));
        }
        return metrics;
    }

    /** What a rise must exceed: initcalls before the clock source switch may be counted in ticks while others are not. */
    private double floorUs(Pair pair) {
        return Math.max(rule.initcall().us(), 2.0 * stepUs(pair));
    }

    private long stepUs(Pair pair) {
        return Math.max(quantumUs, pair.stepUs());
    }

    private double[] p(List<Pair> tested, double[] bySize, boolean swapped) {
        return tested.stream()
                .mapToDouble(pair -> {
                    double common = commonVariance(pair, bySize);
                    return swapped
                            ? ModeratedT.pGreater(pair.logLater(), pair.logEarlier(), common)
                            : ModeratedT.pGreater(pair.logEarlier(), pair.logLater(), common);
                })
                .toArray();
    }

    private double commonVariance(Pair pair, double[] bySize) {
        // A reading rounded to whole steps cannot vary less than the rounding does.
        double rounding = stepUs(pair) * stepUs(pair) / 12.0 / (pair.mean() * pair.mean());
        return Math.max(rounding, bySize[size(pair)]);
    }

    /** What initcalls of a size vary by, for each size that there is. */
    private static double[] commonVariances(List<Pair> all) {
        double[] common = new double[SIZES_US.length + 1];
        for (int size = 0; size < common.length; size++) {
            int wanted = size;
            double[] variances = all.stream()
                    .filter(pair -> size(pair) == wanted)
                    .mapToDouble(pair -> ModeratedT.variance(pair.logEarlier(), pair.logLater()))
                    .toArray();
            if (variances.length > 0) {
                Pair any = all.get(0);
                int degrees = any.earlier().length + any.later().length - 2;
                common[size] = ModeratedT.commonVariance(variances, degrees);
            }
        }
        return common;
    }

    private static int size(Pair pair) {
        return (int)
                Arrays.stream(SIZES_US).filter(limit -> pair.mean() >= limit).count();
    }

    private Metric metric(Pair pair, double slower, double faster) {
        double smallestP = RankSum.smallestP(pair.earlier().length, pair.later().length);
        double shift = Median.shift(pair.earlier(), pair.later());
        double median = Median.of(pair.earlier());
        return new Metric(
                Scope.INITCALL,
                matched.keys().get(pair.row()).toString(),
                pair.earlier().length,
                pair.later().length,
                Math.round(median),
                Math.round(Median.of(pair.later())),
                Math.round(shift),
                median == 0 ? null : Math.round(shift * 1_000 / median),
                slower,
                smallestP,
                Math.round(Math.max(floorUs(pair), median * rule.initcall().perMille() / 1_000.0)),
                pair.dropped(),
                SlowBoots.of(pair.earlier(), pair.later(), rule.initcall().atLeast(2 * stepUs(pair))),
                status(pair, slower, faster, smallestP));
    }

    private Status status(Pair pair, double slower, double faster, double smallestP) {
        double rankAlpha = Math.max(rule.rankAlpha(), smallestP) * (1 + 1e-9);
        if (matters(pair.earlier(), pair.later(), floorUs(pair))) {
            boolean significant =
                    slower <= rule.holmAlpha() && RankSum.pGreater(pair.earlier(), pair.later()) <= rankAlpha;
            return significant ? Status.REGRESSED : Status.INCONCLUSIVE;
        }
        boolean improved = matters(pair.later(), pair.earlier(), floorUs(pair))
                && faster <= rule.holmAlpha()
                && RankSum.pGreater(pair.later(), pair.earlier()) <= rankAlpha;
        return improved ? Status.IMPROVED : Status.OK;
    }

    /** Whether the later values are larger by more than the margin, in share and in amount. */
    private boolean matters(double[] earlier, double[] later, double floorUs) {
        double shift = Median.shift(earlier, later);
        return shift >= floorUs && shift * 1_000 >= rule.initcall().perMille() * Median.of(earlier);
    }

    /** One initcall's durations on both sides, and their logarithms without the outliers. */
    private record Pair(
            int row,
            long stepUs,
            double[] earlier,
            double[] later,
            double[] logEarlier,
            double[] logLater,
            double mean) {
        Pair(int row, long stepUs, double[] earlier, double[] later) {
            this(
                    row,
                    stepUs,
                    earlier,
                    later,
                    logs(Outliers.drop(earlier)),
                    logs(Outliers.drop(later)),
                    (Arrays.stream(earlier).sum() + Arrays.stream(later).sum()) / (earlier.length + later.length));
        }

        private static double[] logs(double[] values) {
            // One microsecond is added: a duration may be 0.
            return Arrays.stream(values).map(us -> StrictMath.log(us + 1)).toArray();
        }

        int dropped() {
            return earlier.length - logEarlier.length + later.length - logLater.length;
        }
    }
}

package io.bootledger.analyzer.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.statistics.Median;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often the rule is wrong and how often it finds a change, on made-up series of {@value #POINTS} builds whose single boots
 * vary by 3 % and are 10 to 50 % slower one time in twenty. {@code -Dseries=150} prints the table of docs/gate.md.
 */
class ChangePointRatesTest {
    private static final int POINTS = 150;
    private static final int SERIES = Integer.getInteger("series", 40);
    private static final boolean TOLD = System.getProperty("series") != null;
    private static final int NEAR = 3;

    private enum Builds {
        SINGLE_BOOTS(Builds::boot),
        MEDIANS_OF_5(Builds::median),
        /** The machine wanders: each build keeps nine tenths of the last one's deviation. */
        DRIFTING(random -> median(random)),
        /** Each build was made on a machine of its own, which differ by 2 %. */
        OTHER_MACHINES(random -> median(random) * (1 + 0.02 * random.nextGaussian()));

        private final Function<Random, Double> build;

        Builds(Function<Random, Double> build) {
            this.build = build;
        }

        private static double boot(Random random) {
            double slow = random.nextInt(20) == 0 ? 1.1 + 0.4 * random.nextDouble() : 1;
            return 1_000_000 * Math.exp(0.03 * random.nextGaussian()) * slow;
        }

        private static double median(Random random) {
            return Median.of(
                    IntStream.range(0, 5).mapToDouble(i -> boot(random)).toArray());
        }

        long[] series(Random random) {
            double[] drift = new double[1];
            return IntStream.range(0, POINTS)
                    .mapToLong(i -> {
                        drift[0] = this == DRIFTING ? 0.9 * drift[0] + 0.004 * random.nextGaussian() : 0;
                        return Math.round(build.apply(random) * (1 + drift[0]));
                    })
                    .toArray();
        }
    }

    @ParameterizedTest
    @EnumSource(Builds.class)
    void unchangedBuildsHardlyEverSeemChanged(Builds builds) {
        long wrong = runs(builds, series -> series).mapToLong(IntStream::count).sum();

        double perThousand = 1_000.0 * wrong / (SERIES * POINTS);
        told(builds, "changes found per 1,000 unchanged builds", perThousand);
        assertThat(perThousand).isLessThanOrEqualTo(builds == Builds.DRIFTING ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(Builds.class)
    void fiveAndTenPercentAreFoundWhereTheyHappened(Builds builds) {
        for (int percent : new int[] {2, 5, 10}) {
            long found = runs(builds, series -> slower(series, POINTS / 2, POINTS, percent))
                    .filter(at -> at.anyMatch(i -> Math.abs(i - POINTS / 2) <= NEAR))
                    .count();
            told(builds, "+" + percent + " % found", (double) found / SERIES);
            if (percent == 10 || percent == 5 && builds == Builds.MEDIANS_OF_5) {
                assertThat(found).isGreaterThanOrEqualTo(SERIES * 9 / 10);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Builds.class)
    void twoSlowBuildsHardlyEverSeemAChange(Builds builds) {
        long wrong = runs(builds, series -> slower(series, POINTS / 2, POINTS / 2 + 2, 20))
                .filter(at -> at.anyMatch(i -> Math.abs(i - POINTS / 2) <= NEAR))
                .count();

        told(builds, "two slow builds taken for a change", (double) wrong / SERIES);
        assertThat(wrong).isLessThanOrEqualTo(SERIES / 20);
    }

    @ParameterizedTest
    @EnumSource(Builds.class)
    void aChangeIsSeenFiveBuildsLater(Builds builds) {
        for (int after : new int[] {3, 5, 8, 12}) {
            long found = runs(builds, series -> Arrays.copyOf(slower(series, 75, POINTS, 10), 75 + after))
                    .filter(at -> at.anyMatch(i -> Math.abs(i - 75) <= NEAR))
                    .count();
            told(builds, "+10 % found after " + after + " builds", (double) found / SERIES);
            if (after >= 5 && builds == Builds.MEDIANS_OF_5) {
                assertThat(found).isGreaterThanOrEqualTo(SERIES * 9 / 10);
            }
        }
    }

    /** Where each of the series seems to change. */
    private static Stream<IntStream> runs(Builds builds, Function<long[], long[]> change) {
        return IntStream.range(0, SERIES)
                .mapToObj(seed -> change.apply(builds.series(new Random(seed))))
                .map(series -> ChangePoints.of(series).stream().mapToInt(ChangePoint::index));
    }

    private static long[] slower(long[] series, int from, int to, int percent) {
        for (int i = from; i < to; i++) {
            series[i] += series[i] * percent / 100;
        }
        return series;
    }

    private static void told(Builds builds, String what, double rate) {
        if (TOLD) {
            System.out.printf(Locale.ROOT, "%-15s %-45s %.2f%n", builds, what, rate);
        }
    }
}

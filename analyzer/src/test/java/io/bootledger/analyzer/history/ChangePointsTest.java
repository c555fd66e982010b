package io.bootledger.analyzer.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePointsTest {
    @Test
    void aStepIsFoundWithItsLevels() {
        long[] series = noisy(40, 1_000_000, 1);
        for (int i = 25; i < series.length; i++) {
            series[i] += 100_000;
        }

        List<ChangePoint> changes = ChangePoints.of(series);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.index()).isEqualTo(25);
            assertThat(change.beforeUs()).isBetween(980_000L, 1_020_000L);
            assertThat(change.afterUs()).isBetween(1_080_000L, 1_120_000L);
            assertThat(change.changePerMille()).isBetween(80L, 120L);
            assertThat(change.p()).isLessThan(0.001);
            assertThat(change.slower()).isTrue();
        });
    }

    @Test
    void twoStepsAreTwoChanges() {
        long[] series = concat(noisy(20, 1_000_000, 2), noisy(20, 1_200_000, 3), noisy(20, 900_000, 4));

        assertThat(ChangePoints.of(series)).extracting(ChangePoint::index).containsExactly(20, 40);
    }

    @Test
    void aSlowBuildOrTwoAreNoChange() {
        long[] series = noisy(40, 1_000_000, 5);
        series[20] *= 2;
        series[21] *= 2;

        assertThat(ChangePoints.of(series)).isEmpty();
    }

    @Test
    void equalValuesHoldNoChange() {
        assertThat(ChangePoints.of(new long[100])).isEmpty();
        assertThat(ChangePoints.of(constant(100, 12_345))).isEmpty();
    }

    @Test
    void aStepBetweenEqualValuesIsFoundThoughTheirNoiseIsZero() {
        assertThat(ChangePoints.of(concat(constant(20, 8_000), constant(20, 12_000))))
                .containsExactly(new ChangePoint(20, 8_000, 12_000, 2 / 137_846_528_820.0));
        assertThat(ChangePoints.of(concat(constant(10, 0), constant(10, 4_000))))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.index()).isEqualTo(10);
                    assertThat(change.changePerMille()).isNull();
                });
    }

    @Test
    void ticksThatFlipAreNoChange() {
        Random random = new Random(6);
        long[] series =
                random.ints(200, 0, 10).mapToLong(i -> i < 3 ? 8_000 : 4_000).toArray();

        assertThat(ChangePoints.of(series)).isEmpty();
    }

    @Test
    void lessThanTwoPercentIsNoChangeHoweverCertain() {
        assertThat(ChangePoints.of(concat(constant(50, 1_000_000), constant(50, 1_019_000))))
                .isEmpty();
        assertThat(ChangePoints.of(concat(constant(50, 1_000_000), constant(50, 1_021_000))))
                .hasSize(1);
    }

    @Test
    void aShortHistorySaysNothing() {
        int half = ChangePoints.FEWEST / 2;
        assertThat(ChangePoints.of(concat(constant(half, 1_000), constant(half, 9_000))))
                .hasSize(1);
        assertThat(ChangePoints.of(concat(constant(half, 1_000), constant(half - 1, 9_000))))
                .isEmpty();
        assertThat(ChangePoints.of(new long[0])).isEmpty();
    }

    @Test
    void ofAVeryLongHistoryOnlyTheLatestPointsCount() {
        long[] series = concat(constant(500, 1_000), constant(1_000, 2_000), constant(500, 3_000));

        assertThat(ChangePoints.of(series)).extracting(ChangePoint::index).containsExactly(1_500);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aStretchCostsTheDistancesFromItsMedian(int seed) {
        Random random = new Random(seed);
        double[] series = random.doubles(40).map(v -> Math.rint(v * 12)).toArray();
        SegmentCosts costs = new SegmentCosts(series);
        double[] row = new double[series.length + 1];
        for (int start = 0; start + 3 <= series.length; start++) {
            costs.from(start, 3, row);
            for (int end = start + 3; end <= series.length; end++) {
                assertThat(row[end]).isEqualTo(slowCost(Arrays.copyOfRange(series, start, end)));
            }
        }
    }

    private static double slowCost(double[] values) {
        return Arrays.stream(values)
                .map(level ->
                        Arrays.stream(values).map(v -> Math.abs(v - level)).sum())
                .min()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void noOtherWayToCutIsCheaper(int seed) {
        Random random = new Random(seed);
        double[] series = random.doubles(11).map(v -> Math.rint(v * 9)).toArray();

        List<Integer> cuts = Segmentation.cuts(series, 4);

        assertThat(cost(series, cuts, 4)).isEqualTo(cheapest(series, 0, 4));
    }

    private static double cost(double[] series, List<Integer> cuts, double price) {
        double sum = price * cuts.size();
        int from = 0;
        for (int cut : cuts) {
            sum += slowCost(Arrays.copyOfRange(series, from, cut));
            from = cut;
        }
        return sum + slowCost(Arrays.copyOfRange(series, from, series.length));
    }

    /** Tries every way. */
    private static double cheapest(double[] series, int from, double price) {
        double whole = slowCost(Arrays.copyOfRange(series, from, series.length));
        return IntStream.rangeClosed(from + 3, series.length - 3)
                .mapToDouble(
                        cut -> slowCost(Arrays.copyOfRange(series, from, cut)) + price + cheapest(series, cut, price))
                .reduce(whole, Math::min);
    }

    private static long[] noisy(int count, long us, int seed) {
        Random random = new Random(seed);
        return LongStream.range(0, count)
                .map(i -> Math.round(us * (1 + 0.01 * random.nextGaussian())))
                .toArray();
    }

    private static long[] constant(int count, long us) {
        return LongStream.range(0, count).map(i -> us).toArray();
    }

    private static long[] concat(long[]... parts) {
        return Arrays.stream(parts).flatMapToLong(Arrays::stream).toArray();
    }
}

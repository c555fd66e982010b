package io.bootledger.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our statistics, against Apache Commons Statistics where that is right: it is not with ties and not with constants. */
class StatisticsAgainstTheLibraryTest {
    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theExactRankSumIsTheLibrarysWhereNothingTies(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] earlier = distinct(random, random.nextInt(1, 12), 0);
        double[] later = distinct(random, random.nextInt(1, 12), 0.3);

        double expected = MannWhitneyUTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .with(PValueMethod.EXACT)
                .test(later, earlier)
                .getPValue();

        assertThat(RankSum.pGreater(earlier, later)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theApproximateRankSumIsTheLibrarys(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] earlier = ticks(random, 40);
        double[] later = ticks(random, 35);

        double expected = MannWhitneyUTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .with(PValueMethod.ASYMPTOTIC)
                .test(later, earlier)
                .getPValue();

        assertThat(RankSum.pGreater(earlier, later)).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theIntervalHoldsTheShiftsThatTheLibraryDoesNotReject(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] earlier = distinct(random, random.nextInt(4, 12), 0);
        double[] later = distinct(random, random.nextInt(4, 12), 0.3);

        ShiftInterval.Range range =
                ShiftInterval.forSizes(earlier.length, later.length).of(earlier, later);

        assertThat(twoSidedP(earlier, later, range.low() + 1e-9)).isGreaterThan(0.05);
        assertThat(twoSidedP(earlier, later, range.high() - 1e-9)).isGreaterThan(0.05);
        assertThat(twoSidedP(earlier, later, range.low() - 1e-9)).isLessThanOrEqualTo(0.05 + 1e-12);
        assertThat(twoSidedP(earlier, later, range.high() + 1e-9)).isLessThanOrEqualTo(0.05 + 1e-12);
    }

    private static double twoSidedP(double[] earlier, double[] later, double shift) {
        return MannWhitneyUTest.withDefaults()
                .with(PValueMethod.EXACT)
                .withMu(shift)
                .test(later, earlier)
                .getPValue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fishersTestIsTheLibrarys(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int ofEarlier = random.nextInt(1, 30);
        int ofLater = random.nextInt(1, 30);
        int earlier = random.nextInt(0, ofEarlier);
        int later = random.nextInt(1, ofLater + 1);

        double expected = FisherExactTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .test(new int[][] {{later, ofLater - later}, {earlier, ofEarlier - earlier}})
                .getPValue();

        assertThat(FisherExact.pMore(earlier, ofEarlier, later, ofLater)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theGammaFunctionsAreTheLibrarys(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double a = random.nextDouble(0.1, 40);
        double x = a * random.nextDouble(0.1, 3);

        assertThat(LogGamma.of(a)).isCloseTo(org.apache.commons.numbers.gamma.LogGamma.value(a), within(1e-12));
        assertThat(IncompleteGamma.upper(a, x)).isCloseTo(RegularizedGamma.Q.value(a, x), within(1e-12));
        assertThat(IncompleteGamma.upper(a, 0)).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theNormalTailIsTheLibrarysFarOutToo(int seed) {
        double z = (seed - 10) / 3.0;

        double expected = NormalDistribution.of(0, 1).survivalProbability(z);

        assertThat(Normal.upperTail(z)).isCloseTo(expected, within(1e-12 * expected));
    }

    private static double[] distinct(SplittableRandom random, int count, double shift) {
        return IntStream.range(0, count)
                .mapToDouble(i -> random.nextDouble() + shift)
                .toArray();
    }

    private static double[] ticks(SplittableRandom random, int count) {
        return IntStream.range(0, count).mapToDouble(i -> random.nextInt(6)).toArray();
    }
}

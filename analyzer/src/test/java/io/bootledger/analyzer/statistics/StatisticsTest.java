package io.bootledger.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
    @Test
    void fullSeparationOfThreeAndThreeIsOneInTwenty() {
        assertThat(RankSum.pGreater(of(1, 2, 3), of(4, 5, 6))).isCloseTo(0.05, within(1e-12));
        assertThat(new Design(3, 3).smallestP()).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void fiveAndFiveCanNeverBeatFourInAThousand() {
        assertThat(new Design(5, 5).smallestP()).isCloseTo(1 / 252.0, within(1e-12));
    }

    @Test
    void constantsAreNoEvidence() {
        assertThat(RankSum.pGreater(of(4, 4, 4), of(4, 4, 4))).isEqualTo(1);
    }

    @Test
    void tiedRanksAreCountedAsTheyStand() {
        // Ranks 1.5 1.5 | 3 4: of the six choices only {3, 4} is as large. The library says .083 two-sided here.
        assertThat(RankSum.pGreater(of(7, 7), of(8, 9))).isCloseTo(1 / 6.0, within(1e-12));
        // 8 ties with 8: ranks 1 2.5 | 2.5 4; {2.5, 4} in two ways.
        assertThat(RankSum.pGreater(of(7, 8), of(8, 9))).isCloseTo(2 / 6.0, within(1e-12));
    }

    @Test
    void theShiftIsTheMedianOfAllDifferences() {
        assertThat(Median.shift(of(10, 11, 12), of(20, 22, 90))).isEqualTo(11);
    }

    @Test
    void anExceptionIsFarAboveTheMedianAndThreeValuesHaveNone() {
        assertThat(Outliers.limit(of(100, 101, 99, 100, 300, 400))).isBetween(105.0, 110.0);
        assertThat(Outliers.limit(of(100, 101, 300))).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void theNormalTailIsTheTables() {
        assertThat(Normal.upperTail(1.959963985)).isCloseTo(0.025, within(1e-9));
        assertThat(Normal.upperTail(-1.959963985)).isCloseTo(0.975, within(1e-9));
        assertThat(Normal.upperTail(0)).isEqualTo(0.5);
    }

    private static double[] of(double... values) {
        return values;
    }

    @Test
    void threeAgainstThreeGiveNoIntervalAndTwentyAgainstTwentyDo() {
        double[] three = {1, 2, 3};
        double[] many = IntStream.range(0, 31).mapToDouble(i -> i).toArray();

        assertThat(ShiftInterval.forSizes(3, 3).of(three, three)).isNull();
        assertThat(ShiftInterval.forSizes(1, 1).of(new double[] {1}, new double[] {5}))
                .isNull();
        assertThat(ShiftInterval.forSizes(4, 4).of(new double[] {1, 2, 3, 4}, new double[] {11, 12, 13, 14}))
                .isEqualTo(new ShiftInterval.Range(7, 13));
        ShiftInterval.Range range = ShiftInterval.forSizes(31, 31).of(many, many);
        assertThat(range.low()).isEqualTo(-range.high()).isBetween(-6.0, -4.0);
    }

    /** By the tables of the U test, at 5 % on two sides: critical values of 0, 2, 23, 22, 127 and 317, one less than the depth. */
    @ParameterizedTest(name = "{0} against {1}")
    @CsvSource({"4, 4, 1", "5, 5, 3", "10, 10, 24", "8, 12, 23", "20, 20, 128", "30, 30, 318", "31, 31, 341"})
    void anIntervalLeavesOutAsManyDifferencesAsTheTablesSay(int earlier, int later, int depth) {
        // All differences differ, and are the whole numbers between the least and the greatest.
        double[] coarse =
                IntStream.range(0, earlier).mapToDouble(i -> -i * later).toArray();
        double[] fine = IntStream.range(0, later).mapToDouble(i -> i).toArray();

        assertThat(ShiftInterval.forSizes(earlier, later).of(coarse, fine))
                .isEqualTo(new ShiftInterval.Range(depth - 1, earlier * later - depth));
    }

    @Test
    void sixtyValuesAreRankedExactlyAndMoreNearly() {
        double[] low = IntStream.range(0, 30).mapToDouble(i -> i).toArray();
        double[] high = IntStream.range(40, 70).mapToDouble(i -> i).toArray();
        double[] one = IntStream.range(40, 71).mapToDouble(i -> i).toArray();

        double exact = new Design(30, 30).smallestP();
        assertThat(RankSum.pGreater(low, high)).isCloseTo(exact, within(exact / 1e6));
        assertThat(RankSum.pGreater(low, one)).isGreaterThan(1_000 * exact);
    }

    @Test
    void manyConstantsAreNoEvidence() {
        assertThat(RankSum.pGreater(new double[40], new double[40])).isEqualTo(1);
    }

    @Test
    void aComparisonNeedsValues() {
        assertThatThrownBy(() -> RankSum.pGreater(of(), of(1))).hasMessageContaining("0 and 1");
        assertThatThrownBy(() -> RankSum.pGreater(of(1), of())).hasMessageContaining("1 and 0");
        assertThatThrownBy(() -> Median.of(of())).hasMessageContaining("no values");
    }

    @Test
    void theDeviationIsThatOfNormalValuesAndNoExceptionMovesIt() {
        assertThat(Median.deviation(of(10, 12, 14, 16, 1_000))).isCloseTo(2 * 1.4826, within(1e-12));
    }

    @Test
    void anExceptionExceedsFivePercentAndFiveDeviations() {
        assertThat(Outliers.limit(of(100, 100, 100, 300))).isEqualTo(105);
        assertThat(Outliers.limit(of(90, 100, 110, 100, 90, 110))).isCloseTo(100 + 5 * 14.826, within(1e-9));
    }
}

package io.bootledger.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bootledger.analyzer.statistics.StandardisedShift.Prior;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardisedShiftTest {
    private static final Prior NOTHING_KNOWN = new Prior(0, 0, 0);

    /** The variance within is (10 * 0.5 + 2) / (10 + 2), of the mean of two and two as much again, and an error of 0.3 beside. */
    @Test
    void aShiftIsToldInStandardErrors() {
        StandardisedShift shift = shift(new Design(2, 2), new Prior(0, 0.5, 0.3), 5, 5, 6, 8);

        double error = Math.sqrt(7 / 12.0 + 0.002 * 0.002 + 0.3 * 0.3);
        assertThat(shift.standardError()).isCloseTo(error, within(1e-12));
        assertThat(shift.t()[0]).isCloseTo(2 / error, within(1e-12));
        assertThat(shift.t()[1]).as("the other way round").isCloseTo(-2 / error, within(1e-12));
    }

    /** (10 * 0.5 + 6) / (10 + 2) within; of the mean of three a third, and as much again of the one. */
    @Test
    void theMeanOfFewIsLessSure() {
        double error = Math.sqrt((11 / 12.0 + 0.002 * 0.002) * (1 + 1 / 3.0));

        assertThat(shift(new Design(1, 3), new Prior(0, 0.5, 0), 5, 6, 6, 9).standardError())
                .isCloseTo(error, within(1e-12));
    }

    @ParameterizedTest(name = "{0} against {1}")
    @CsvSource({"4, 4", "2, 6", "7, 1"})
    void underEachArrangementItIsThatOfTheValuesWhereTheyAreCalledTo(int earlier, int later) {
        Design design = new Design(earlier, later);
        Arrangements arrangements = Arrangements.of(design);
        SplittableRandom random = new SplittableRandom(earlier);
        double[] values =
                IntStream.range(0, 8).mapToDouble(i -> random.nextDouble()).toArray();
        Prior prior = new Prior(0, 0.04, 0.1);

        double[] t = StandardisedShift.of(values, prior, arrangements).t();

        for (int row = 0; row < t.length; row++) {
            assertThat(t[row])
                    .isCloseTo(
                            shift(design, prior, dealt(values, arrangements, row))
                                    .t()[0],
                            within(1e-9));
        }
    }

    private static double[] dealt(double[] values, Arrangements arrangements, int row) {
        double[] powers =
                IntStream.range(0, values.length).mapToDouble(i -> 1 << i).toArray();
        int later = (int) arrangements.laterSum(powers, row);
        return IntStream.concat(
                        IntStream.range(0, values.length).filter(i -> (later & 1 << i) == 0),
                        IntStream.range(0, values.length).filter(i -> (later & 1 << i) != 0))
                .mapToDouble(i -> values[i])
                .toArray();
    }

    @Test
    void valuesThatAreLargeAndNearEachOtherLoseNothing() {
        double[] near = {3, 1, 2, 6, 4, 5};
        double[] far = Arrays.stream(near).map(value -> value + 1e10).toArray();

        assertThat(shift(new Design(3, 3), NOTHING_KNOWN, far))
                .usingRecursiveComparison()
                .isEqualTo(shift(new Design(3, 3), NOTHING_KNOWN, near));
    }

    @Test
    void valuesThatAreAllAlikeHaveAnErrorStill() {
        StandardisedShift shift = shift(new Design(2, 2), NOTHING_KNOWN, 7, 7, 7, 7);

        assertThat(shift.t()).containsOnly(0);
        assertThat(shift.standardError()).isCloseTo(0.002, within(1e-12));
    }

    @Test
    void aShiftWithinTheMarginIsNone() {
        assertThat(shift(new Design(2, 2), new Prior(1, 0, 0), 0, 3, 1, 4).t()[0])
                .isEqualTo(0);
        assertThat(shift(new Design(2, 2), new Prior(0.99, 0, 0), 0, 3, 1, 4).t()[0])
                .isPositive();
        assertThat(shift(new Design(2, 2), new Prior(0.99, 0, 0), 1, 4, 0, 3).t()[0])
                .isNegative();
    }

    @Test
    void roundingLiftsNoShiftAboveItsMargin() {
        assertThat(0.4 - 0.3).isGreaterThan(0.1 - 1e-12).isNotEqualTo(0.1);
        assertThat(0.3 - 0.2).isNotEqualTo(0.1);

        assertThat(shift(new Design(2, 2), new Prior(0.1, 0, 0), 0.3, 0.9, 0.4, 1.0)
                        .t()[0])
                .isEqualTo(0);
        assertThat(shift(new Design(2, 2), new Prior(0.1, 0, 0), 0.4, 1.0, 0.3, 0.9)
                        .t()[0])
                .isEqualTo(0);
    }

    @Test
    void whereNoArrangementLeavesTheMarginAllAreNoneAndTheErrorIsTheRealOnes() {
        StandardisedShift calm = shift(new Design(2, 2), new Prior(3, 0.5, 0.3), 5, 5, 6, 8);

        assertThat(calm.t()).hasSize(6).containsOnly(0);
        assertThat(calm.standardError())
                .isEqualTo(shift(new Design(2, 2), new Prior(0, 0.5, 0.3), 5, 5, 6, 8)
                        .standardError());
    }

    @Test
    void oneValueThatLeavesTheMarginIsSeenOnWhicheverSide() {
        assertThat(shift(new Design(1, 3), new Prior(5, 0, 0), 10, 0, 0, 0).t()[0])
                .isNegative();
        assertThat(shift(new Design(1, 3), new Prior(5, 0, 0), 0, 10, 10, 10).t()[0])
                .isPositive();
        assertThat(shift(new Design(3, 1), new Prior(5, 0, 0), 10, 10, 10, 0).t()[0])
                .isNegative();
        assertThat(shift(new Design(3, 1), new Prior(5, 0, 0), 0, 0, 0, 10).t()[0])
                .isPositive();
    }

    private static StandardisedShift shift(Design design, Prior prior, double... values) {
        return StandardisedShift.of(values, prior, Arrangements.of(design));
    }
}

package io.bootledger.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that are powers of two: their sum tells which of them were called the later ones. */
class ArrangementsTest {
    @Test
    void theRealOneComesFirstAndThenEveryOtherInOrder() {
        assertThat(sums(new Design(2, 2))).containsExactly(0b1100, 0b0011, 0b0101, 0b1001, 0b0110, 0b1010);
        assertThat(sums(new Design(3, 1))).containsExactly(0b1000, 0b0001, 0b0010, 0b0100);
        assertThat(sums(new Design(1, 3))).containsExactly(0b1110, 0b0111, 0b1011, 0b1101);
    }

    @Test
    void aListHasEveryChoiceOnce() {
        Design design = new Design(6, 6);

        int[] sums = sums(design);

        assertThat(sums).hasSize(924).doesNotHaveDuplicates();
        assertThat(Arrays.stream(sums).map(Integer::bitCount)).containsOnly(6);
    }

    @Test
    void aThousandAreListedAndMoreAreDrawn() {
        assertThat(Arrangements.of(new Design(999, 1)).count()).isEqualTo(1_000);
        assertThat(Arrangements.of(new Design(1_000, 1)).count()).isEqualTo(10_000);
    }

    @Test
    void theRealOneIsFirstAmongDrawnOnesToo() {
        int[] sums = sums(new Design(8, 5));

        assertThat(sums).hasSize(1 + Arrangements.DRAWN);
        assertThat(sums[0]).isEqualTo(0b11111_00000000);
        assertThat(Arrays.stream(sums).map(Integer::bitCount)).containsOnly(5);
    }

    @Test
    void everyValueIsDrawnEquallyOften() {
        int[] drawn = Arrays.stream(sums(new Design(8, 5))).skip(1).toArray();

        for (int place = 0; place < 13; place++) {
            int bit = 1 << place;
            long often = Arrays.stream(drawn).filter(sum -> (sum & bit) != 0).count();
            // Of 9,999 draws 5 in 13: 3,846, with a standard deviation of 49.
            assertThat(often).as("place %d", place).isBetween(3_650L, 4_040L);
        }
        // 1,287 choices, each about eight times.
        assertThat(Arrays.stream(drawn).distinct().count()).isGreaterThan(1_250);
    }

    @Test
    void drawnOnesAreTheSameWheneverTheyAreMade() {
        Design many = new Design(60, 41);
        double[] values = IntStream.range(0, 101).mapToDouble(i -> i * i).toArray();

        Arrangements once = Arrangements.of(many);
        Arrangements again = Arrangements.of(many);

        assertThat(again).isNotSameAs(once);
        for (int row = 0; row < once.count(); row += 997) {
            assertThat(again.laterSum(values, row)).isEqualTo(once.laterSum(values, row));
        }
    }

    @Test
    void thoseOfFewValuesAreMadeOnce() {
        Design hundred = new Design(99, 1);

        assertThat(Arrangements.of(hundred)).isSameAs(Arrangements.of(hundred));
        assertThat(Arrangements.of(hundred).design()).isEqualTo(hundred);
    }

    private static int[] sums(Design design) {
        Arrangements arrangements = Arrangements.of(design);
        double[] powers =
                IntStream.range(0, design.size()).mapToDouble(i -> 1 << i).toArray();
        return IntStream.range(0, arrangements.count())
                .map(row -> (int) arrangements.laterSum(powers, row))
                .toArray();
    }

    @ParameterizedTest(name = "{0} against {1}")
    @CsvSource({
        // earlier, later, deals, half, bulk
        "1, 1, 2, 1, 1",
        "5, 5, 252, 3, 5",
        "6, 6, 924, 3, 6",
        "3, 4, 35, 2, 4",
        "4, 3, 35, 2, 4",
        "6, 4, 210, 2, 5",
        "20, 3, 1771, 2, 12",
    })
    void aDesignKnowsItsSizes(int earlier, int later, double deals, int half, int bulk) {
        Design design = new Design(earlier, later);

        assertThat(design.size()).isEqualTo(earlier + later);
        assertThat(design.deals()).isEqualTo(deals);
        assertThat(design.smallestP()).isEqualTo(1 / deals);
        assertThat(design.half()).isEqualTo(half);
        assertThat(design.bulk()).isEqualTo(bulk);
    }

    @Test
    void aDesignHasValuesOnBothSides() {
        assertThatThrownBy(() -> new Design(0, 3)).hasMessageContaining("0 and 3");
        assertThatThrownBy(() -> new Design(3, 0)).hasMessageContaining("3 and 0");
        assertThat(new Design(4, 4).balanced()).isTrue();
        assertThat(new Design(4, 3).balanced()).isFalse();
    }
}

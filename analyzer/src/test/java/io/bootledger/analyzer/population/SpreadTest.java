package io.bootledger.analyzer.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void noDurationHasNoSpread() {
        assertThat(Spread.of()).isNull();
    }

    @Test
    void aSingleDurationVariesInNoKnownWay() {
        assertThat(Spread.of(7)).isEqualTo(new Spread(1, 7, 7, 7, 7, null));
    }

    @Test
    void theMeanOfTheMiddleTwoIsRoundedDown() {
        assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(4, 1, 2, 4, 4, 516L));
    }

    @Test
    void the95thPercentileIsAMeasuredValue() {
        long[] upTo100 = LongStream.rangeClosed(1, 100).toArray();
        assertThat(Spread.of(upTo100).p95Us()).isEqualTo(95);
        assertThat(Spread.of(Arrays.copyOf(upTo100, 20)).p95Us()).isEqualTo(19);
        assertThat(Spread.of(Arrays.copyOf(upTo100, 21)).p95Us()).isEqualTo(20);
        assertThat(Spread.of(Arrays.copyOf(upTo100, 19)).p95Us()).isEqualTo(19);
    }

    @Test
    void noDurationAtAllDoesNotVary() {
        assertThat(Spread.of(0, 0, 0).cvPermille()).isNull();
        assertThat(Spread.of(5, 5, 5).cvPermille()).isZero();
    }

    @Test
    void theLargestNumbersDoNotOverflow() {
        Spread spread = Spread.of(Long.MAX_VALUE, Long.MAX_VALUE - 2);
        assertThat(spread.medianUs()).isEqualTo(Long.MAX_VALUE - 1);
        assertThat(spread.cvPermille()).isZero();
    }

    @RepeatedTest(20)
    void orderDoesNotMatter(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        long[] values = random.longs(1 + random.nextInt(300), 0, 1_000_000).toArray();
        Spread spread = Spread.of(values);
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            long value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
        assertThat(Spread.of(values)).isEqualTo(spread);
    }
}

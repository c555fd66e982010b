package io.bootledger.analyzer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StraightClockTest {
    @Test
    void aSecondCpuThatStartsAtZeroMovesNothingElse() {
        assertThat(StraightClock.straighten(new long[] {10, 486, 0, 487, 500})).containsExactly(10, 486, 486, 487, 500);
    }

    @Test
    void aSingleStampFarAheadIsNotBelieved() {
        assertThat(StraightClock.straighten(new long[] {10, 20, 9_000, 30, 40})).containsExactly(10, 20, 20, 30, 40);
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void straightStampsAscendAndInventNoTime(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] stamps = random.longs(random.nextInt(1, 60), 0, 1_000).toArray();

        long[] straight = StraightClock.straighten(stamps);

        assertThat(straight).isSorted();
        assertThat(Arrays.stream(straight).boxed())
                .isSubsetOf(Arrays.stream(stamps).boxed().toList());
    }
}

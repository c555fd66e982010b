package io.bootledger.analyzer.occurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bootledger.analyzer.rule.Margin;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.analyzer.rule.TestedMetric;
import io.bootledger.analyzer.statistics.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which boots are slow, and how likely that is by chance. */
class SlowBootsTest {
    private static final Margin MARGIN = new Margin(50, 10);

    @Test
    void aBootIsSlowByTheOutliersLimitAndByTheMargin() {
        double[] once = slow(5, 9);

        assertThat(of(5, MARGIN, once)).containsExactly(new SlowBoots(0, 1, 5, 0.5));
        assertThat(of(5, new Margin(50, 100), once))
                .as("by no more than the margin")
                .containsExactly(new SlowBoots(0, 0, 5, 1));
        assertThat(of(5, MARGIN, slow(5, 0))).containsExactly(new SlowBoots(1, 0, 5, 1));
    }

    /** Half of the candidate's boots are slow: among themselves none stood out. */
    @Test
    void whatIsSlowIsMeasuredByTheBootsOfBothSides() {
        assertThat(of(6, MARGIN, slow(6, 6, 7, 8)).get(0).candidate()).isEqualTo(3);
        assertThat(of(12, MARGIN, slow(12, 12, 13, 14, 15, 16)).get(0).sometimes())
                .isTrue();
    }

    /** 5 of 12 against none has p 0.0186; 8 slow boots show as little with 7 of the candidate's (0.0136), 3 never. */
    @Test
    void aChanceIsThatOfAllThatIsAskedAndOfNothingThatCannotBeFound() {
        double[] five = slow(12, 12, 13, 14, 15, 16);
        double[] eight = slow(12, 0, 1, 2, 3, 12, 13, 14, 15);

        assertThat(of(12, MARGIN, five).get(0).p()).isCloseTo(0.018634, within(1e-6));
        assertThat(of(12, MARGIN, five, five.clone(), slow(12, 1, 2, 20)).get(0).p())
                .isCloseTo(0.018634, within(1e-6));
        assertThat(of(12, MARGIN, five, eight).get(0).p()).isCloseTo(0.0322289, within(1e-6));
    }

    @Test
    void sometimesIsMoreOftenAndNotAlwaysAndHardlyChance() {
        assertThat(new SlowBoots(0, 3, 6, 0.05).sometimes()).isTrue();
        assertThat(new SlowBoots(0, 3, 6, 0.051).sometimes()).isFalse();
        assertThat(new SlowBoots(3, 3, 6, 0.01).sometimes()).isFalse();
        assertThat(new SlowBoots(0, 6, 6, 0.01).sometimes()).isFalse();
    }

    private static List<SlowBoots> of(int side, Margin margin, double[]... metrics) {
        List<TestedMetric> tested = new ArrayList<>();
        for (double[] us : metrics) {
            tested.add(new TestedMetric(Scope.INITCALL, "a_init", us, us, 100, 0, 0, 0, 0));
        }
        return SlowBoots.of(tested, new Design(side, side), metric -> margin);
    }

    /** Boots of 100 us, but for these. */
    private static double[] slow(int side, int... slow) {
        double[] us = new double[2 * side];
        Arrays.fill(us, 100);
        for (int boot : slow) {
            us[boot] = 200;
        }
        return us;
    }
}

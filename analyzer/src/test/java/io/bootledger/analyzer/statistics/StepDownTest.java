package io.bootledger.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.statistics.StepDown.Flags;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Metrics under twenty arrangements, the real one first: each arrangement counts for 5 %. */
class StepDownTest {
    private static final double ALPHA = 0.05;

    @Test
    void whatStandsOutInTheRealArrangementAloneIsFlagged() {
        Flags flags = StepDown.of(List.of(metric(4, 1), metric(-4, 1), metric(0.5, 1)), ALPHA);

        assertThat(flags.direction()).containsExactly(1, -1, 0);
        assertThat(flags.p()[0]).isEqualTo(1 / 20.0);
        assertThat(flags.p()[1]).isEqualTo(1 / 20.0);
        assertThat(flags.p()[2]).isEqualTo(1);
    }

    @Test
    void nothingIsFoundWhereTheArrangementsAreTooFewForIt() {
        Flags flags = StepDown.of(List.of(metric(4, 1)), 0.049);

        assertThat(flags.direction()).containsExactly(0);
        assertThat(flags.p()).containsExactly(1 / 20.0);
        assertThat(flags.needed()).isInfinite();
    }

    @Test
    void anotherMetricThatIsAsLargeUnderAnotherArrangementCounts() {
        double[] quiet = metric(3, 1);
        double[] loud = metric(0.5, 1, 3.5, 3.2);

        Flags flags = StepDown.of(List.of(quiet, loud), ALPHA);

        assertThat(flags.direction()).containsExactly(0, 0);
        assertThat(flags.p()[0]).isEqualTo(3 / 20.0);
    }

    @Test
    void whatIsFlaggedLeavesAndTheRestIsLookedAtAgain() {
        double[] loud = metric(10, 1, 4);
        double[] hidden = metric(3, 1);

        Flags flags = StepDown.of(List.of(hidden, loud), ALPHA);

        assertThat(flags.direction()).containsExactly(1, 1);
        assertThat(flags.needed()).as("of those that are left: none").isEqualTo(0);
    }

    /** Mirrored, it is as large in the other direction under another arrangement. */
    @Test
    void whatIsFlaggedAsLargerHidesNothingThatIsSmaller() {
        double[] larger = metric(10, 1, -10);
        double[] smaller = metric(-3, 1);

        assertThat(StepDown.of(List.of(larger, smaller), ALPHA).direction()).containsExactly(1, -1);
    }

    @Test
    void aLaterFindIsNoSurerThanThoseThatMadeWayForIt() {
        double[] loud = metric(10, 1, 10, 4);
        double[] hidden = metric(3, 1);
        double[] smaller = metric(-3, 1);

        Flags flags = StepDown.of(List.of(hidden, loud, smaller), 2 * ALPHA);

        assertThat(flags.direction()).containsExactly(1, 1, -1);
        assertThat(flags.p()).containsExactly(2 / 20.0, 2 / 20.0, 1 / 20.0);
    }

    @Test
    void roundingDoesNotDecideBetweenArrangementsThatAreEqual() {
        assertThat(StepDown.of(List.of(metric(3, 1, 3 - 1e-12)), 1).p()).containsExactly(2 / 20.0);
        assertThat(StepDown.of(List.of(metric(3, 1, 3 - 1e-6)), 1).p()).containsExactly(1 / 20.0);
    }

    @Test
    void theStatisticThatWouldHaveBeenFoundIsThatOfTheOtherArrangements() {
        double[] ordinary = metric(1, 0.5, 4, 3, 2);

        assertThat(StepDown.of(List.of(ordinary), ALPHA).needed()).isEqualTo(4);
        assertThat(StepDown.of(List.of(ordinary), 2 * ALPHA).needed()).isEqualTo(3);
        assertThat(StepDown.of(List.of(ordinary), 3 * ALPHA).needed()).isEqualTo(2);
        assertThat(StepDown.of(List.of(ordinary, metric(-10, 0, 9)), ALPHA).needed())
                .as("without that which was found smaller")
                .isEqualTo(4);
    }

    @Test
    void whatDoesNotMoveIsNeverFlagged() {
        assertThat(StepDown.of(List.of(metric(0, 0)), 1).direction()).containsExactly(0);
    }

    @Test
    void noMetricsGiveNoFlags() {
        Flags flags = StepDown.of(List.of(), ALPHA);

        assertThat(flags.direction()).isEmpty();
        assertThat(flags.p()).isEmpty();
        assertThat(flags.needed()).isInfinite();
    }

    /** The statistic of the real arrangement, that of the others, and of some of these. */
    private static double[] metric(double real, double others, double... some) {
        double[] statistics = new double[20];
        Arrays.fill(statistics, others);
        statistics[0] = real;
        System.arraycopy(some, 0, statistics, 5, some.length);
        return statistics;
    }
}

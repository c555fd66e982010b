package io.bootledger.analyzer.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.clock.DoubtfulStretch.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stamps are said to be in doubt where the trace of the same boot shows that they are off by more than 5 %, and nowhere else. */
class ClockTruthTest {
    private static final String MORE = System.getenv("BOOTLEDGER_TRACES");

    /** Parts of the boot begin after the stretch does: what was lost before them is missing, too. */
    private static final long LOST_BEFORE_PERMILLE = 20;

    static Stream<ClockTruth> tracedBoots() throws IOException {
        List<ClockTruth> boots = new ArrayList<>();
        Path samples = Path.of("..", "traces", "samples");
        List<Path> folders =
                MORE == null ? List.of(samples) : List.of(samples, Path.of(MORE, "real"), Path.of(MORE, "causes"));
        for (Path folder : folders) {
            for (Path boot : ClockTruth.boots(folder).toList()) {
                ClockTruth truth = ClockTruth.of(boot);
                if (truth != null) {
                    boots.add(truth);
                }
            }
        }
        return boots.stream();
    }

    @ParameterizedTest
    @MethodSource("tracedBoots")
    void stampsAreInDoubtWhereTheyAreWrong(ClockTruth boot) {
        assertThat(boot.isDoubted()).isEqualTo(boot.before().isOffBy5Percent());
        assertThat(boot.after().isOffBy5Percent()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("tracedBoots")
    void stampsAreCloserThanReportsUntilTheClockSourceIsSwitched(ClockTruth boot) {
        assertThat(boot.stampsOffUs()).isLessThan(boot.reportsOffUs());
    }

    static Stream<ClockTruth> bootsThatSayWhatTheyLost() throws IOException {
        return tracedBoots().filter(boot -> boot.missingUs() != null);
    }

    @ParameterizedTest
    @MethodSource("bootsThatSayWhatTheyLost")
    void whatIsMissingIsAtLeastWhatTheTraceHasMore(ClockTruth boot) {
        long lost = boot.before().tracedUs() - boot.before().stampedUs();
        assertThat(Objects.requireNonNull(boot.missingUs()) * 1_000)
                .isGreaterThan(lost * (1_000 - LOST_BEFORE_PERMILLE));
        assertThat(boot.doubts().stretches())
                .first()
                .satisfies(stretch -> assertThat(stretch.reason()).isEqualTo(Reason.TICKS_LOST));
    }
}

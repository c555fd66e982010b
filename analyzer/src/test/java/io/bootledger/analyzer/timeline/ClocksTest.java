package io.bootledger.analyzer.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.Story;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallScheduled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of its clocks a duration is taken from, and why. */
class ClocksTest {
    @ParameterizedTest(name = "{0}: {1} us reported, {2} us by stamps")
    @CsvSource({
        // A tick is 4,000 us; nothing finer was ever reported.
        "6.1.0, 4000, 4980, 4980, IN_TICKS",
        "6.1.0, 4000, 0, 4000, STAMPS_STOOD_STILL",
        "6.1.0, 0, 0, 0, IN_TICKS",
        // No number of ticks is 7,003 us.
        "6.1.0, 7003, 9000, 7003, WITHOUT_PRINTING",
        "6.1.0, -5, 9000, 9000, NOT_REPORTED",
    })
    void beforeTheClockIsSwitchedTicksAreNotBelieved(
            String release, long reported, long stamped, long duration, ClockReason reason) {
        assertClock(call(Story.ofKernel(release).at(100), reported, 100 + stamped), duration, reason);
    }

    @ParameterizedTest(name = "{0} ms reported, {1} us by stamps")
    @CsvSource({
        "3, 3145, 3146, STAMPS_DISAGREE",
        "3, 3146, 3146, FINER_STAMPS",
        "3, 3900, 3900, FINER_STAMPS",
        "3, 4194, 4194, FINER_STAMPS",
        "3, 4195, 3146, STAMPS_DISAGREE",
    })
    void stampsRefineTheMillisecondThatTheyLieIn(long msecs, long stamped, long duration, ClockReason reason) {
        Story boot = Story.ofKernel("2.6.27")
                .at(100)
                .calling("a_init", null)
                .at(100 + stamped)
                .then(new InitcallFinished(Story.builtIn("a_init"), 0, ReportedDuration.msecs(msecs)));

        assertClock(first(boot), duration, reason);
    }

    @Test
    void aTickThatIsReportedBehindTheSwitchIsTheKernelsOwnMeasurement() {
        assertClock(
                call(Story.ofKernel("6.1.0").clockSwitched().at(100), 4_000, 9_000),
                4_000,
                ClockReason.WITHOUT_PRINTING);
    }

    /** One finer number before the switch shows that this kernel never counted in ticks. */
    @Test
    void oneFinerNumberShowsThatNoneIsInTicks() {
        Story boot =
                Story.ofKernel("6.1.0").at(10).calling("fine_init", 1).at(6_000).returned("fine_init", 0, 5_555);

        Story last = boot.at(10_000).calling("last_init", 1).at(15_000).returned("last_init", 0, 4_000);
        assertThat(initcalls(last)).extracting(Initcall::clockReason).containsOnly(ClockReason.WITHOUT_PRINTING);
    }

    @Test
    void stampsOfWholeSecondsAreNoClock() {
        Story boot = Story.ofKernel("6.1.0").at(1_000_000);

        assertClock(call(boot, 4_000, 2_000_000), 4_000, ClockReason.STAMPS_UNUSABLE);
    }

    @Test
    void oneStampThatIsFinerMakesAllOfThemFine() {
        Story boot = Story.ofKernel("6.1.0")
                .at(999_999)
                .calling("a_init", 1)
                .at(1_000_000)
                .returned("a_init", 0, 4_000)
                .at(2_000_000);

        assertThat(call(boot, 4_000, 3_000_000).clockReason()).isEqualTo(ClockReason.IN_TICKS);
        assertThat(initcalls(boot).get(1).durationUs()).isEqualTo(1_000_000);
    }

    @Test
    void withoutReportAndWithoutStampsNothingIsKnown() {
        Story boot = Story.ofKernel("6.1.0")
                .withoutTime()
                .calling("a_init", 1)
                .then(new InitcallFinished(Story.builtIn("a_init"), 0, null));

        assertThat(first(boot).durationUs()).isNull();
        assertThat(first(boot).clockReason()).isEqualTo(ClockReason.NEITHER);
        assertThat(first(boot).clockReason().evidence()).isEqualTo(DurationEvidence.UNKNOWN);
    }

    @Test
    void aTraceTakesThePlaceOfAllButTheKernelsOwnGoodMeasurement() {
        Story ticking = Story.ofKernel("6.1.0")
                .at(100)
                .calling("a_init", 1)
                .at(5_080)
                .returned("a_init", 0, 4_000)
                .then(traced("a_init", 4_711));
        assertClock(first(ticking), 4_711, ClockReason.TRACED);

        Story good = Story.ofKernel("6.1.0")
                .clockSwitched()
                .at(100)
                .calling("a_init", 1)
                .at(5_080)
                .returned("a_init", 0, 4_000)
                .then(traced("a_init", 4_711));
        assertClock(first(good), 4_000, ClockReason.WITHOUT_PRINTING);
    }

    @Test
    void aTraceBelongsToTheCallThatReturnedAtItsMoment() {
        Story boot = Story.ofKernel("6.1.0")
                .at(100)
                .calling("a_init", 1)
                .at(5_080)
                .returned("a_init", 0, 4_000)
                .at(6_000)
                .calling("a_init", 1)
                .at(11_000)
                .returned("a_init", 0, 4_000)
                .at(5_080)
                .then(traced("a_init", 4_711))
                .then(traced("b_init", 1))
                .at(11_000)
                .then(traced("a_init", -1));

        assertThat(initcalls(boot))
                .extracting(Initcall::durationUs, Initcall::clockReason)
                .containsExactly(tuple(4_711L, ClockReason.TRACED), tuple(5_000L, ClockReason.IN_TICKS));
    }

    private static InitcallScheduled traced(String function, long durationUs) {
        return new InitcallScheduled(Story.builtIn(function), 1, durationUs, null, null, List.of());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "4.16.0, true, false, true",
        "4.17.0, true, true, true",
        "5.11.0, true, true, true",
        "5.12.0, true, true, false",
        "5.17.0, true, true, false",
        "5.18.0, false, true, false",
    })
    void theUnitsFollowTheVersion(String release, boolean shifted, boolean sharedStart, boolean boundIsOne) {
        assertThat(TimeUnits.of(KernelVersion.of(release), false, false))
                .isEqualTo(new TimeUnits(shifted, sharedStart, boundIsOne));
    }

    @Test
    void unitsOfAnUnknownKernelFollowItsNumbers() {
        assertThat(TimeUnits.of(null, true, false)).isEqualTo(new TimeUnits(true, true, false));
        assertThat(TimeUnits.of(null, false, true)).isEqualTo(new TimeUnits(false, true, true));
        // Ticks of 4 ms, counted in ns>>10 and in microseconds.
        assertThat(call(Story.ofUnknownKernel().clockSwitched(), 3_906, 5_000).durationUs())
                .as("behind the switch nothing is a tick")
                .isEqualTo(3_906);
        assertThat(call(Story.ofUnknownKernel().withoutTime(), 3_906, 0).durationUs())
                .isEqualTo(4_000);
        assertThat(call(Story.ofUnknownKernel().withoutTime(), 4_000, 0).durationUs())
                .isEqualTo(4_000);
    }

    @Test
    void bothUnitsAreRoundedToTheNearestMicrosecond() {
        TimeUnits old = new TimeUnits(true, true, true);

        assertThat(old.micros(ReportedDuration.usecs(20))).isEqualTo(20);
        assertThat(old.micros(ReportedDuration.usecs(21))).isEqualTo(22);
        assertThat(old.micros(ReportedDuration.msecs(1))).isEqualTo(1_049);
        assertThat(old.micros(ReportedDuration.msecs(2))).isEqualTo(2_097);
        assertThat(TimeUnits.claimedMicros(ReportedDuration.msecs(2))).isEqualTo(2_000);
    }

    @Test
    void aNumberBeyondAllBootsIsNoDuration() {
        long longest = 1_000_000_000_000L;

        assertThat(TimeUnits.claimedMicros(ReportedDuration.usecs(longest))).isEqualTo(longest);
        assertThat(TimeUnits.claimedMicros(ReportedDuration.usecs(longest + 1))).isNull();
        assertThat(TimeUnits.claimedMicros(ReportedDuration.usecs(0))).isEqualTo(0);
        assertThat(TimeUnits.claimedMicros(ReportedDuration.usecs(-1))).isNull();
    }

    @Test
    void whatIsNoNumberOfTicksIsNotCountedAsFiner() {
        Ticks ticks = new Ticks();
        ticks.see(ReportedDuration.usecs(0));
        ticks.see(ReportedDuration.usecs(-7));
        ticks.see(ReportedDuration.usecs(1L + Integer.MAX_VALUE));
        ticks.see(ReportedDuration.msecs(5));
        assertThat(ticks.only()).isTrue();
        assertThat(ticks.inShiftedUnit()).isFalse();

        ticks.see(ReportedDuration.usecs(3_906));
        assertThat(ticks.inShiftedUnit()).isTrue();
        ticks.see(ReportedDuration.usecs(4_000));
        assertThat(ticks.inShiftedUnit()).as("as many of either").isFalse();
        ticks.see(ReportedDuration.usecs(1));
        assertThat(ticks.only()).isFalse();
    }

    private static Initcall call(Story boot, long reported, long endUs) {
        boot.calling("z_init", 1);
        if (boot.events().get(boot.events().size() - 1).time() != null) {
            boot.at(endUs);
        }
        List<Initcall> calls = initcalls(boot.returned("z_init", 0, reported));
        return calls.get(calls.size() - 1);
    }

    private static void assertClock(Initcall call, long duration, ClockReason reason) {
        assertThat(call.clockReason()).isEqualTo(reason);
        assertThat(call.durationUs()).isEqualTo(duration);
    }

    private static Initcall first(Story boot) {
        return initcalls(boot).get(0);
    }

    private static List<Initcall> initcalls(Story boot) {
        return boot.viewOf(new TimelineProjection()).initcalls();
    }
}

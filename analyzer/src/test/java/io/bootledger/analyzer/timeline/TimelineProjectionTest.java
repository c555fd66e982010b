package io.bootledger.analyzer.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.Story;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.AsyncCallFinished;
import io.bootledger.traces.event.call.AsyncCallStarted;
import io.bootledger.traces.event.call.InitcallBlacklisted;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.InitcallStarted;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineProjectionTest {
    @Test
    void aCallAndItsReturnAreOneInitcall() {
        Initcall call = only(Story.ofKernel("6.1.0")
                .clockSwitched()
                .at(1_000)
                .calling("pci_init", 1)
                .at(1_500)
                .returned("pci_init", 0, 400));

        assertThat(call.function()).isEqualTo("pci_init");
        assertThat(call.pid()).isEqualTo(1);
        assertThat(call.startUs()).isEqualTo(1_000);
        assertThat(call.endUs()).isEqualTo(1_500);
        assertThat(call.durationUs()).isEqualTo(400);
        assertThat(call.outcome()).isEqualTo(Outcome.OK);
        assertThat(call.line()).isEqualTo(3);
        assertThat(call.endLine()).isEqualTo(4);
    }

    @Test
    void callsOfTheSameNameStayApart() {
        List<Initcall> calls = initcalls(Story.ofKernel("6.1.0")
                .at(10)
                .calling("xenbus_init", 1)
                .at(20)
                .returned("xenbus_init", -19, 0)
                .at(30)
                .calling("xenbus_init", 1)
                .at(50)
                .returned("xenbus_init", 0, 0));

        assertThat(calls).extracting(Initcall::returnValue).containsExactly(-19, 0);
        assertThat(calls).extracting(Initcall::startUs).containsExactly(10L, 30L);
    }

    @Test
    void aReturnBelongsToTheMostRecentOpenCallOfItsSymbol() {
        List<Initcall> calls = initcalls(Story.ofKernel("6.1.0")
                .callingModule("mod_init", "aes", 70)
                .callingModule("mod_init", "aes", 71)
                .moduleReturned("mod_init", "aes", 0, 5));

        assertThat(calls).extracting(Initcall::outcome).containsExactly(Outcome.UNFINISHED, Outcome.OK);
    }

    @Test
    void theCallerIdTellsOverlappingLoadsOfTheSameModuleApart() {
        List<Initcall> calls = initcalls(Story.ofKernel("6.1.0")
                .callingModule("mod_init", "aes", 70)
                .callingModule("mod_init", "aes", 71)
                .by(70)
                .moduleReturned("mod_init", "aes", -17, 5)
                .by(71)
                .moduleReturned("mod_init", "aes", 0, 6));

        assertThat(calls).extracting(Initcall::returnValue).containsExactly(-17, 0);
    }

    @Test
    void overlappingLoadsOfDifferentModulesPairByModule() {
        List<Initcall> calls = initcalls(Story.ofKernel("6.1.0")
                .callingModule("init_module", "raid6_pq", 70)
                .callingModule("init_module", "xor", 71)
                .moduleReturned("init_module", "raid6_pq", 0, 5)
                .moduleReturned("init_module", "xor", -19, 6));

        assertThat(calls).extracting(Initcall::module).containsExactly("raid6_pq", "xor");
        assertThat(calls).extracting(Initcall::returnValue).containsExactly(0, -19);
    }

    @Test
    void aCallThatNeverReturnsIsUnfinished() {
        Initcall call = only(Story.ofKernel("6.1.0").at(5).calling("hang_init", 1));

        assertThat(call.outcome()).isEqualTo(Outcome.UNFINISHED);
        assertThat(call.endUs()).isNull();
        assertThat(call.durationUs()).isNull();
        assertThat(call.durationEvidence()).isEqualTo(DurationEvidence.UNKNOWN);
    }

    @Test
    void aReturnWhoseCallIsLostHasNoStartButItsReportedDuration() {
        Initcall call = only(Story.ofKernel("6.1.0").at(9_000).returned("acpi_init", 0, 8_123));

        assertThat(call.startUs()).isNull();
        assertThat(call.endUs()).isEqualTo(9_000);
        assertThat(call.durationUs()).isEqualTo(8_123);
        assertThat(call.line()).isEqualTo(call.endLine());
    }

    @Test
    void theTwoLinesOfOldKernelsAreJoinedByAddress() {
        InitcallSymbol named = new InitcallSymbol("atkbd_init+0x0/0x2c", "atkbd_init", null, "0xc03bc430", null);
        InitcallSymbol torn = new InitcallSymbol("0xc03bc430", "0xc03bc430", null, "0xc03bc430", null);
        Initcall call = only(Story.ofKernel("2.6.24")
                .withoutTime()
                .then(new InitcallStarted(named, null))
                .then(new InitcallFinished(named, -19, null))
                .then(new InitcallFinished(torn, null, ReportedDuration.msecs(3))));

        assertThat(call.returnValue()).isEqualTo(-19);
        assertThat(call.reportedUs()).isEqualTo(3_000);
        assertThat(call.durationUs()).isEqualTo(3_146);
    }

    @Test
    void aRanForLineWithoutItsReturnedLineEndsTheCallWithUnknownOutcome() {
        InitcallSymbol named = new InitcallSymbol("atkbd_init+0x0/0x2c", "atkbd_init", null, "0xc03bc430", null);
        Initcall call = only(Story.ofKernel("2.6.24")
                .then(new InitcallStarted(named, null))
                .then(new InitcallFinished(named, null, ReportedDuration.msecs(0))));

        assertThat(call.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(call.returnValue()).isNull();
    }

    @Test
    void beforeTheClockSwitchTheStampsAreTheBetterClock() {
        Initcall call = only(Story.ofKernel("6.1.0")
                .at(100_000)
                .calling("spawn_ksoftirqd", 1)
                .at(104_980)
                .returned("spawn_ksoftirqd", 0, 8_000)
                .clockSwitched());

        assertThat(call.durationUs()).isEqualTo(4_980);
        assertThat(call.durationEvidence()).isEqualTo(DurationEvidence.TIMESTAMPS);
        assertThat(call.reportedUs()).isEqualTo(8_000);
    }

    @Test
    void afterTheClockSwitchTheReportedValueIsTheBetterClock() {
        Initcall call = only(Story.ofKernel("6.1.0")
                .clockSwitched()
                .at(100_000)
                .calling("acpi_init", 1)
                .at(110_000)
                .returned("acpi_init", 0, 7_003));

        assertThat(call.durationUs()).isEqualTo(7_003);
        assertThat(call.durationEvidence()).isEqualTo(DurationEvidence.REPORTED);
    }

    @Test
    void aCallThatAnotherOneBeganInIsMeasuredByStampsSinceTheStartTimeIsShared() {
        List<Initcall> calls = initcalls(nested(Story.ofKernel("6.1.0")));

        assertThat(calls).extracting(Initcall::durationUs).containsExactly(9_000L, 2_000L);
        assertThat(calls)
                .extracting(Initcall::durationEvidence)
                .containsExactly(DurationEvidence.TIMESTAMPS, DurationEvidence.REPORTED);
    }

    @Test
    void before417EveryCallHadItsOwnStartTime() {
        assertThat(initcalls(nested(Story.ofKernel("4.9.0"))))
                .allSatisfy(call -> assertThat(call.durationEvidence()).isEqualTo(DurationEvidence.REPORTED));
    }

    private static Story nested(Story story) {
        return story.clockSwitched()
                .at(1_000)
                .calling("outer_init", 1)
                .at(3_000)
                .callingModule("inner_init", "inner", 70)
                .at(5_100)
                .moduleReturned("inner_init", "inner", 0, 2_000)
                .at(10_000)
                .returned("outer_init", 0, 6_900);
    }

    @Test
    void stampsThatStepBackAreNotUsed() {
        Initcall call = only(Story.ofKernel("6.1.0")
                .at(486_000)
                .calling("cpu_init", 1)
                .at(12)
                .returned("cpu_init", 0, 4_000)
                .clockSwitched());

        assertThat(call.durationUs()).isEqualTo(4_000);
        assertThat(call.durationEvidence()).isEqualTo(DurationEvidence.REPORTED);
    }

    @Test
    void upTo517AReportedMicrosecondIs1024Nanoseconds() {
        assertThat(reported("5.17.0", 9_765)).isEqualTo(9_999);
        assertThat(reported("5.18.0", 9_765)).isEqualTo(9_765);
    }

    private static Long reported(String release, long usecs) {
        return only(Story.ofKernel(release).withoutTime().calling("a_init", 1).returned("a_init", 0, usecs))
                .durationUs();
    }

    @Test
    void stampsRefineWholeMillisecondsOnlyWhereTheyAgree() {
        assertThat(inMsecs(3, 3_900).durationEvidence()).isEqualTo(DurationEvidence.TIMESTAMPS);
        assertThat(inMsecs(3, 12_000).durationUs()).isEqualTo(3_146);
    }

    private static Initcall inMsecs(long msecs, long stampedUs) {
        return only(Story.ofKernel("2.6.27")
                .calling("a_init", null)
                .at(stampedUs)
                .then(new InitcallFinished(Story.builtIn("a_init"), 0, ReportedDuration.msecs(msecs))));
    }

    @Test
    void kernelsThatNeverSayReturnedHaveNoUnfinishedCalls() {
        assertThat(initcalls(Story.ofKernel("2.6.16").calling("a_init", null).calling("b_init", null)))
                .extracting(Initcall::outcome)
                .containsOnly(Outcome.UNKNOWN);
    }

    @Test
    void aDurationThatCannotBeOneIsUnknownAndNeverOverflows() {
        Initcall call = only(Story.ofKernel("5.10.0").withoutTime().returned("a_init", 0, Long.MAX_VALUE));

        assertThat(call.durationUs()).isNull();
        assertThat(call.reportedUs()).isNull();
    }

    @Test
    void outcomesFollowTheReturnValue() {
        List<Initcall> calls = initcalls(Story.ofKernel("6.1.0")
                .returned("a", 0, 0)
                .returned("b", 62, 0)
                .returned("c", -19, 0)
                .returned("d", -22, 0)
                .returned("e", -517, 0));

        assertThat(calls)
                .extracting(Initcall::outcome)
                .containsExactly(Outcome.OK, Outcome.POSITIVE, Outcome.ABSENT, Outcome.FAILED, Outcome.FAILED);
    }

    @Test
    void theComplaintAboutAnInitcallIsKeptWithIt() {
        Initcall call = only(Story.ofKernel("6.1.0")
                .calling("bad_init", 1)
                .returned("bad_init", 0, 0)
                .then(new InitcallMisbehaved(Story.builtIn("bad_init"), "preemption imbalance")));

        assertThat(call.misbehaved()).isEqualTo("preemption imbalance");
    }

    @Test
    void blacklistedInitcallsAndAsyncCallsAreNotInitcalls() {
        Timeline timeline = Story.ofKernel("6.1.0")
                .at(7)
                .then(new InitcallBlacklisted("loop_init"))
                .then(new AsyncCallStarted(1, Story.builtIn("do_populate_rootfs"), 9))
                .at(2_900)
                .then(new AsyncCallFinished(1, Story.builtIn("do_populate_rootfs"), ReportedDuration.usecs(2_893)))
                .viewOf(new TimelineProjection());

        assertThat(timeline.initcalls()).isEmpty();
        assertThat(timeline.blacklisted()).containsExactly(new Blacklisted("loop_init", 7L, 2));
        assertThat(timeline.asyncCalls())
                .containsExactly(new AsyncCall(1, "do_populate_rootfs", 9, 7L, 2_900L, 2_893L, 3));
    }

    private static Initcall only(Story story) {
        List<Initcall> calls = initcalls(story);
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    private static List<Initcall> initcalls(Story story) {
        return story.viewOf(new TimelineProjection()).initcalls();
    }
}

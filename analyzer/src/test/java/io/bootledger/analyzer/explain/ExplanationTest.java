package io.bootledger.analyzer.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.timeline.ClockReason;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.LevelEntered;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void theEventsOfACallAreItsOwnAlone() {
        Story story = Story.ofKernel("6.1.0")
                .clockSwitched()
                .at(10)
                .calling("mod_init", 1)
                .at(20)
                .callingModule("mod_init", "m", 70)
                .at(30)
                .moduleReturned("mod_init", "m", 0, 9)
                .at(50)
                .returned("mod_init", 0, 40)
                .then(new InitcallMisbehaved(Story.builtIn("mod_init"), "preemption imbalance"));

        assertThat(lines(explained(story, 1))).containsExactly(3L, 6L, 7L);
        assertThat(lines(explained(story, 2))).containsExactly(4L, 5L);
        assertThat(explained(story, 1).stampedUs()).isEqualTo(40);
        assertThat(explained(story, 1).reported()).isEqualTo(ReportedDuration.usecs(40));
    }

    @Test
    void theTwoLinesOfOldKernelsAreBothShown() {
        InitcallSymbol named = new InitcallSymbol("atkbd_init+0x0/0x2c", "atkbd_init", null, "0xc03bc430", null);
        InitcallSymbol torn = new InitcallSymbol("0xc03bc430", "0xc03bc430", null, "0xc03bc430", null);
        Explanation explained = explained(
                Story.ofKernel("2.6.24")
                        .then(new InitcallStarted(named, null))
                        .then(new InitcallFinished(named, -19, null))
                        .then(new InitcallFinished(torn, null, ReportedDuration.msecs(3))),
                1);

        assertThat(lines(explained)).containsExactly(2L, 3L, 4L);
        assertThat(explained.reported()).isEqualTo(ReportedDuration.msecs(3));
        assertThat(explained.meaning()).contains("the hardware is not there");
    }

    @Test
    void theClockIsTakenForAReason() {
        Story early =
                Story.ofKernel("6.1.0").at(100).calling("a_init", 1).at(5_000).returned("a_init", 0, 4_000);
        assertThat(explained(early, 1).call().clockReason()).isEqualTo(ClockReason.IN_TICKS);

        Story late = Story.ofKernel("6.1.0")
                .clockSwitched()
                .at(100)
                .calling("a_init", 1)
                .at(5_000)
                .returned("a_init", 0, 4_321);
        assertThat(explained(late, 1).call().clockReason()).isEqualTo(ClockReason.WITHOUT_PRINTING);

        Story back =
                Story.ofKernel("6.1.0").at(500).calling("a_init", 1).at(100).returned("a_init", 0, 4_321);
        assertThat(explained(back, 1).call().clockReason()).isEqualTo(ClockReason.STAMPS_UNUSABLE);
        assertThat(explained(back, 1).stampedUs()).isEqualTo(-400);

        Story hung = Story.ofKernel("6.1.0").at(100).calling("a_init", 1);
        assertThat(explained(hung, 1).call().clockReason()).isEqualTo(ClockReason.NEITHER);
    }

    @Test
    void theLevelLineOrTheNeighboursTellTheLevel() {
        Story story = Story.ofKernel("7.2.0")
                .then(new LevelEntered(InitcallLevel.SUBSYS))
                .calling("a_init", 1)
                .returned("a_init", 0, 1)
                .then(new LevelEntered(InitcallLevel.FS))
                .calling("b_init", 1)
                .returned("b_init", 0, 1);

        LevelReason reason = explained(story, 2).level();
        assertThat(reason.entered().origin().line()).isEqualTo(5);
        assertThat(reason.before().function()).isEqualTo("a_init");
        assertThat(reason.after()).isNull();
    }

    @Test
    void selfTimeIsWithoutTheProbesInside() {
        Explanation explained = explained(
                Story.ofKernel("6.1.0")
                        .clockSwitched()
                        .at(1_000)
                        .calling("drv_init", 1)
                        .at(1_600)
                        .probe("0000:00:01.0", 0, 500)
                        .at(2_000)
                        .returned("drv_init", 0, 990),
                1);

        assertThat(explained.inside()).extracting(Probe::device).containsExactly("0000:00:01.0");
        assertThat(explained.selfUs()).isEqualTo(490);
        assertThat(explained.booking().account())
                .isEqualTo(new Account(Account.Kind.INITCALL, "drv_init", InitcallLevel.DEVICE, 500));
    }

    @Test
    void whatIsNotBookedSaysWhy() {
        Story module = Story.ofKernel("6.1.0").callingModule("m_init", "m", 70).moduleReturned("m_init", "m", 0, 1);
        assertThat(explained(module, 1).booking().why()).contains("beside the boot thread");

        Story bare = Story.ofUnknownKernel().withoutTime().calling("a_init", 1).returned("a_init", 0, 1);
        assertThat(explained(bare, 1).booking().why()).contains("no time stamps");

        Story instant = Story.ofKernel("6.1.0")
                .at(5)
                .calling("a_init", 1)
                .returned("a_init", 0, 0)
                .at(9)
                .says("x");
        assertThat(explained(instant, 1).booking().why()).isEqualTo("no time passed between its stamps");
    }

    private static Iterable<Long> lines(Explanation explained) {
        return explained.events().stream()
                .map(RecordedEvent::origin)
                .map(Origin::line)
                .toList();
    }

    private static Explanation explained(Story story, int ordinal) {
        BootAnalysis boot = story.analysis();
        Initcall call = boot.timeline().initcalls().get(ordinal - 1);
        return Explanation.of(boot, call, story.viewOf(new LogEventsProjection()));
    }
}

package io.bootledger.analyzer.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.analyzer.Story;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.StubName;
import io.bootledger.traces.event.call.AsyncCallFinished;
import io.bootledger.traces.event.call.AsyncCallStarted;
import io.bootledger.traces.event.call.InitcallBlacklisted;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.LevelEntered;
import io.bootledger.traces.event.call.ProbeFailed;
import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.event.machine.KernelStarted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of a single initcall, and how many are kept. */
class InitcallFactsTest {
    @Test
    void theLevelIsTheOnePrintedLastAndCertain() {
        Initcall call = first(
                Story.ofKernel("7.2.0").then(new LevelEntered(InitcallLevel.FS)).calling("a_init", 1));

        assertThat(call.level()).isEqualTo(InitcallLevel.FS);
        assertThat(call.levelEvidence()).isEqualTo(LevelEvidence.PRINTED);
        assertThat(call.levelCertain()).isTrue();
    }

    @Test
    void whatAnotherTaskRunsOrABracketNamesIsAModules() {
        Story boot = Story.ofKernel("7.2.0").then(new LevelEntered(InitcallLevel.LATE));

        assertThat(first(boot.calling("a_init", 2)).level()).isEqualTo(InitcallLevel.MODULE);
        assertThat(first(Story.ofKernel("6.1.0").callingModule("a_init", "aes", 1))
                        .level())
                .isEqualTo(InitcallLevel.MODULE);
    }

    @Test
    void pid0RunsConsoleInitcallsAndOfPid1NothingIsKnown() {
        assertThat(first(Story.ofKernel("6.1.0").calling("a_init", 0)).level()).isEqualTo(InitcallLevel.CONSOLE);

        Initcall unknown = first(Story.ofKernel("6.1.0").calling("a_init", 1));
        assertThat(unknown.level()).isNull();
        assertThat(unknown.levelEvidence()).isEqualTo(LevelEvidence.UNKNOWN);
        assertThat(unknown.levelCertain()).isFalse();
    }

    @Test
    void aStubNamesItsLevel() {
        StubName stub = new StubName("pci_dma", 250, 136, "pci_iommu_init", "rootfs");
        InitcallSymbol symbol = new InitcallSymbol("__initstub__kmod_pci_dma", "pci_iommu_init", null, null, stub);

        Initcall call = first(Story.ofKernel("6.1.0").then(new InitcallStarted(symbol, 1)));

        assertThat(call.level()).isEqualTo(InitcallLevel.ROOTFS);
        assertThat(call.levelEvidence()).isEqualTo(LevelEvidence.SYMBOL);
    }

    @Test
    void theBootThreadIsPid0AndPid1AndWhereNoneIsToldWhateverIsBuiltIn() {
        assertThat(first(Story.ofKernel("6.1.0").calling("a_init", 0)).onBootThread())
                .isTrue();
        assertThat(first(Story.ofKernel("6.1.0").calling("a_init", 1)).onBootThread())
                .isTrue();
        assertThat(first(Story.ofKernel("6.1.0").calling("a_init", 2)).onBootThread())
                .isFalse();
        assertThat(first(Story.ofKernel("2.6.24").calling("a_init", null)).onBootThread())
                .isTrue();
        assertThat(first(Story.ofKernel("6.1.0").moduleReturned("a_init", "aes", 0, 5))
                        .onBootThread())
                .isFalse();
    }

    @Test
    void whoPrintedItIsItsTaskWhereTheMessageDoesNotSay() {
        assertThat(first(Story.ofKernel("2.6.24").by(1).calling("a_init", null)).pid())
                .isEqualTo(1);
        assertThat(first(Story.ofKernel("6.1.0").by(44).calling("a_init", 1)).pid())
                .isEqualTo(1);
    }

    @Test
    void aKnownMomentIsGivenAndAnUnknownOneRefused() {
        Initcall known = first(Story.ofKernel("6.1.0")
                .clockSwitched()
                .at(10)
                .calling("a_init", 1)
                .at(50)
                .returned("a_init", 0, 35));
        assertThat(known.knownStartUs()).isEqualTo(10);
        assertThat(known.knownEndUs()).isEqualTo(50);
        assertThat(known.knownDurationUs()).isEqualTo(35);

        Initcall open = first(Story.ofKernel("6.1.0").withoutTime().calling("a_init", 1));
        assertThatThrownBy(open::knownStartUs).hasMessageContaining("start is unknown");
        assertThatThrownBy(open::knownEndUs).hasMessageContaining("end is unknown");
        assertThatThrownBy(open::knownDurationUs).hasMessageContaining("duration is unknown");
    }

    @Test
    void troubledIsWhatDidNotSimplyReturn0() {
        Timeline timeline = Story.ofKernel("6.1.0")
                .calling("fine_init", 1)
                .returned("fine_init", 0, 0)
                .calling("absent_init", 1)
                .returned("absent_init", -19, 0)
                .calling("bad_init", 1)
                .returned("bad_init", 0, 0)
                .then(new InitcallMisbehaved(Story.builtIn("bad_init"), "preemption imbalance"))
                .calling("open_init", 1)
                .viewOf(new TimelineProjection());

        List<String> troubled = List.of("absent_init", "bad_init", "open_init");
        assertThat(timeline.troubled()).extracting(Initcall::function).isEqualTo(troubled);
        assertThat(timeline.with(List.copyOf(timeline.initcalls())).troubled())
                .extracting(Initcall::function)
                .isEqualTo(troubled);
    }

    @Test
    void aViewStaysAsItWasWhateverHappensLater() {
        TimelineProjection projection = new TimelineProjection();
        Timeline then = Story.ofKernel("6.1.0").at(10).calling("a_init", 1).viewOf(projection);
        Timeline later = Story.ofUnknownKernel().at(90).returned("a_init", 0, 5).viewOf(projection);

        assertThat(then.initcalls()).extracting(Initcall::outcome).containsExactly(Outcome.UNFINISHED);
        assertThat(later.initcalls()).extracting(Initcall::outcome).containsExactly(Outcome.OK);
        assertThat(later.initcalls().get(0)).isSameAs(later.initcalls().get(0));
    }

    @Test
    void eventsThatItDoesNotUseItDoesNotAskFor() {
        assertThat(new TimelineProjection().uses())
                .contains(InitcallStarted.class, ProbeFailed.class, ClocksourceSwitched.class, KernelStarted.class);
    }

    @Test
    void ofEachKindAHundredThousandAreKept() {
        TimelineProjection projection = new TimelineProjection();
        for (int i = 0; i <= TimelineProjection.MOST; i++) {
            Story.ofUnknownKernel()
                    .then(new InitcallFinished(Story.builtIn("a_init"), 0, null))
                    .probe("dev", 0, 1)
                    .then(new InitcallBlacklisted("b_init"))
                    .then(new AsyncCallStarted(2 * i, Story.builtIn("async"), 9))
                    .events()
                    .forEach(projection::apply);
        }
        Story.ofUnknownKernel()
                .calling("c_init", 1)
                .then(new InitcallMisbehaved(Story.builtIn("d_init"), "disabled interrupts"))
                .then(new AsyncCallFinished(1, Story.builtIn("async"), null))
                .events()
                .forEach(projection::apply);

        Timeline timeline = projection.view();
        assertThat(timeline.initcalls()).hasSize(TimelineProjection.MOST);
        assertThat(timeline.probes()).hasSize(TimelineProjection.MOST);
        assertThat(timeline.blacklisted()).hasSize(TimelineProjection.MOST);
        assertThat(timeline.asyncCalls()).hasSize(TimelineProjection.MOST);
    }

    @Test
    void whatIsSaidHasWordsForPeopleAndNamesForPrograms() {
        assertThat(ClockReason.NOT_REPORTED.words()).isEqualTo("the kernel reports nothing");
        assertThat(ClockReason.NOT_REPORTED).hasToString("not_reported");
        assertThat(DurationEvidence.TIMESTAMPS).hasToString("timestamps");
        assertThat(LevelEvidence.PRINTED).hasToString("printed");
        assertThat(CauseEvidence.STATED).hasToString("stated");
        assertThat(CauseEvidence.MEASURED.isCertain()).isTrue();
        assertThat(CauseEvidence.STATED.isCertain()).isTrue();
        assertThat(CauseEvidence.LIKELY.isCertain()).isFalse();
        assertThat(Outcome.BLACKLISTED).hasToString("blacklisted");
    }

    private static Initcall first(Story boot) {
        return boot.viewOf(new TimelineProjection()).initcalls().get(0);
    }
}

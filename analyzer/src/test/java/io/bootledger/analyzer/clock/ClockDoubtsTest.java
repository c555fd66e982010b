package io.bootledger.analyzer.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.advice.Advice;
import io.bootledger.analyzer.clock.DoubtfulStretch.Reason;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.event.machine.DelayCalibrated;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.SchedClockMarked;
import io.bootledger.traces.event.machine.TscMarkedUnstable;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClockDoubtsTest {
    private static final String LINUX = "6.1.0";

    /** Lines 1 to 8: 100 ms of initcalls before the switch, and one after it. */
    private static Story untilTheSwitch(String kernel, String clocksource) {
        return Story.ofKernel(kernel)
                .at(200)
                .then(new DelayCalibrated("loop (skipped), value calculated using timer frequency.. 5188 BogoMIPS"))
                .at(10_000)
                .calling("acpi_init", 1)
                .at(110_000)
                .returned("acpi_init", 0, 100_000)
                .then(new ClocksourceSwitched(clocksource))
                .at(120_000)
                .calling("inet_init", 1)
                .at(190_000)
                .returned("inet_init", 0, 70_000);
    }

    private static Story lost(Story story, long nanos) {
        return story.then(new SchedClockMarked(true, 190_000_000, 1_000_000, 190_000_000 + nanos, -nanos));
    }

    private static Story init(Story story) {
        return story.at(250_000).then(new InitProcessStarted("/init"));
    }

    private static ClockDoubts doubts(Story story) {
        return story.viewOf(new ClockProjection());
    }

    @Test
    void whatTheCounterRanAheadIsMissingUpToTheSwitch() {
        ClockDoubts doubts = doubts(lost(untilTheSwitch(LINUX, "tsc-early"), 50_000_000));

        assertThat(doubts.stretches())
                .containsExactly(new DoubtfulStretch(Reason.TICKS_LOST, 2L, 5L, 200L, 110_000L, 8, 50_000L));
        assertThat(doubts.at(3)).isEqualTo(Reason.TICKS_LOST);
        assertThat(doubts.at(1)).isNull();
        assertThat(doubts.at(6)).isNull();
        assertThat(doubts.within(100_000L, 150_000L)).isEqualTo(10_000);
        assertThat(doubts.within(null, 150_000L)).isZero();
    }

    @Test
    void aTwentiethIsNoDoubt() {
        assertThat(doubts(lost(untilTheSwitch(LINUX, "tsc-early"), 5_263_000)).stretches())
                .isEmpty();
        assertThat(doubts(lost(untilTheSwitch(LINUX, "tsc-early"), 5_300_000)).stretches())
                .hasSize(1);
    }

    @Test
    void aClockThatGainedLostNothing() {
        assertThat(doubts(lost(untilTheSwitch(LINUX, "tsc-early"), -900_000_000))
                        .stretches())
                .isEmpty();
    }

    /** Up to 4.18 the offset of the ticks is always 0, and that of the counter holds where each began. */
    @Test
    void clocksOfDifferentOriginSayNothing() {
        SchedClockMarked old = new SchedClockMarked(true, 1_026_411_438, 0, 1_146_838_741, -120_427_303);

        assertThat(doubts(untilTheSwitch("4.15.0", "tsc-early").then(old)).stretches())
                .isEmpty();
    }

    @Test
    void aDistrustedCounterLeavesTheLossUnknown() {
        Story story = Story.ofKernel(LINUX)
                .at(100)
                .then(new TscMarkedUnstable("TSCs unsynchronized"))
                .then(new DelayCalibrated("loop"))
                .at(5_000)
                .calling("acpi_init", 1);

        assertThat(doubts(story).stretches())
                .containsExactly(new DoubtfulStretch(Reason.COUNTER_DISTRUSTED, 3L, null, 100L, null, 2, null));
        assertThat(doubts(story.at(9_000).then(new ClocksourceSwitched("hpet"))).stretches())
                .containsExactly(new DoubtfulStretch(Reason.COUNTER_DISTRUSTED, 3L, 5L, 100L, 9_000L, 2, null));
    }

    @Test
    void aCounterThatIsDistrustedAfterTheSwitchChangesNothingBefore() {
        Story story = untilTheSwitch(LINUX, "tsc-early").then(new TscMarkedUnstable("TSC halts in idle"));

        assertThat(doubts(story).stretches()).isEmpty();
    }

    /** The head of the log, which would say so, is lost. */
    @Test
    void initRunsAndTheCounterWasNeverBelieved() {
        assertThat(doubts(init(untilTheSwitch(LINUX, "hpet"))).stretches())
                .singleElement()
                .satisfies(stretch -> assertThat(stretch.evidenceLine()).isEqualTo(5));
        assertThat(doubts(untilTheSwitch(LINUX, "hpet")).stretches()).isEmpty();
        assertThat(doubts(init(untilTheSwitch(LINUX, "arch_sys_counter"))).stretches())
                .isEmpty();
        assertThat(doubts(init(untilTheSwitch("3.16.0", "hpet"))).stretches()).isEmpty();
        assertThat(doubts(init(lost(untilTheSwitch(LINUX, "hpet"), 1_000))).stretches())
                .isEmpty();
    }

    @Test
    void aCounterThatFailsLaterSpoilsAllThatItTold() {
        Story story = lost(untilTheSwitch(LINUX, "tsc-early"), 1_000)
                .at(900_000)
                .then(new SchedClockMarked(false, 37_451_094_287L, 6_163_091, 37_542_371_384L, -85_113_762));

        assertThat(doubts(story).stretches())
                .containsExactly(new DoubtfulStretch(Reason.COUNTER_FAILED, 5L, 9L, 110_000L, 900_000L, 9, null));
    }

    @Test
    void theLedgerSaysHowMuchOfEachRowIsInDoubt() {
        Ledger ledger = Objects.requireNonNull(init(lost(untilTheSwitch(LINUX, "tsc-early"), 50_000_000))
                .analysis()
                .accounting()
                .ledger());

        assertThat(ledger.accounts())
                .extracting(Account::name, Account::us, Account::doubtfulUs)
                .startsWith(
                        tuple("until the first initcall", 10_000L, 10_000L), tuple("acpi_init", 100_000L, 100_000L));
        assertThat(ledger.doubtfulUs()).isEqualTo(110_000);
    }

    @Test
    void adviceThatRestsOnItSaysSo() {
        BootAnalysis boot =
                init(lost(untilTheSwitch(LINUX, "tsc-early"), 50_000_000)).analysis();
        List<Advice> slow = boot.advice().stream()
                .filter(each -> each.code().equals("slow-initcall"))
                .toList();

        assertThat(slow).extracting(Advice::doubtful).containsExactly(true, false);
        assertThat(slow.get(0).title()).endsWith(" That is by stamps in doubt.");
        assertThat(boot.advice()).extracting(Advice::code).contains("stamps-in-doubt");
        assertThat(boot.diagnostics()).anySatisfy(each -> {
            assertThat(each.code()).isEqualTo("stamps-in-doubt");
            assertThat(each.text())
                    .startsWith("from line 2 to 5, the stamps are in doubt")
                    .contains("it took 50 ms longer than they tell");
        });
    }
}

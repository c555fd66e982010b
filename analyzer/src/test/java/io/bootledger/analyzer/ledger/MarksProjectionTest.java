package io.bootledger.analyzer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.ledger.LedgerMark.Kind;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.AsyncWaitFinished;
import io.bootledger.traces.event.call.AsyncWaitStarted;
import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.ConsoleEnabled;
import io.bootledger.traces.event.machine.CpusBroughtUp;
import io.bootledger.traces.event.machine.InitProcessFailed;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.ReadOnlyDataProtected;
import io.bootledger.traces.event.machine.RootMounted;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MarksProjectionTest {
    static Stream<Arguments> moments() {
        return Stream.of(
                Arguments.of(new CommandLineGiven("quiet", true), Kind.MILESTONE, "the command line"),
                Arguments.of(new ConsoleEnabled("ttyS0", false), Kind.MILESTONE, "console ttyS0"),
                Arguments.of(new ClocksourceSwitched("tsc"), Kind.MILESTONE, "clock source tsc"),
                Arguments.of(new CpusBroughtUp(1, 4), Kind.MILESTONE, "all CPUs"),
                Arguments.of(new MessagesLost(3), Kind.MESSAGES_LOST, null),
                Arguments.of(new AsyncWaitStarted(1), Kind.ASYNC_WAIT_STARTED, null),
                Arguments.of(new AsyncWaitFinished(1, ReportedDuration.usecs(12)), Kind.ASYNC_WAIT_FINISHED, null),
                Arguments.of(new RootMounted("VFS: Mounted root"), Kind.ROOT_MOUNTED, null),
                Arguments.of(says("Waiting for root device /dev/sda1"), Kind.ROOT_AWAITED, null),
                Arguments.of(says("devtmpfs: initialized"), Kind.DEVTMPFS_READY, null),
                Arguments.of(says("smp: Bringing up secondary CPUs ..."), Kind.CPUS_AWAITED, null),
                Arguments.of(new MemoryFreed("init memory", 9), Kind.INIT_MEMORY_FREED, null),
                Arguments.of(new MemoryFreed("unused decrypted memory", 9), Kind.INIT_MEMORY_FREED, null),
                Arguments.of(
                        new MemoryFreed("unused kernel image (text/rodata gap) memory", 9), Kind.IMAGE_GAP_FREED, null),
                Arguments.of(new MemoryFreed("initrd memory", 9), Kind.INITRD_FREED, null),
                Arguments.of(new ReadOnlyDataProtected("Write protecting"), Kind.WRITE_PROTECTED, null),
                Arguments.of(new InitProcessStarted("/sbin/init"), Kind.INIT_STARTED, "/sbin/init"),
                Arguments.of(new KernelPanicked("Oops"), Kind.PANIC, null));
    }

    private static MessageLogged says(String text) {
        return new MessageLogged(LogText.of(text));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void eachMomentThatSplitsABootIsMarkedWithItsLineAndTime(BootEvent event, Kind kind, String name) {
        MarksProjection marks = new MarksProjection();

        assertThat(Story.ofUnknownKernel().at(70).then(event).viewOf(marks))
                .containsExactly(new LedgerMark(kind, name, 1, 70));
        assertThat(marks.uses()).contains(event.getClass());
    }

    @Test
    void whatSplitsNothingIsNotMarked() {
        Story boot = Story.ofKernel("6.12.0")
                .says("Freeing nothing")
                .then(new MemoryFreed("SMP alternatives memory", 32))
                .withoutTime()
                .then(new CpusBroughtUp(1, 4));

        assertThat(boot.viewOf(new MarksProjection())).isEmpty();
    }

    @Test
    void anInitThatFailedWasNotStarted() {
        Story boot = Story.ofUnknownKernel()
                .then(new CommandLineGiven("init=/bin/a", true))
                .then(new InitProcessStarted("/bin/a"))
                .then(new InitProcessFailed("/bin/a", -2))
                .then(new InitProcessStarted("/sbin/init"))
                .then(new InitProcessFailed("the command line", -2));

        assertThat(boot.viewOf(new MarksProjection()))
                .extracting(LedgerMark::kind, LedgerMark::name)
                .containsExactly(tuple(Kind.MILESTONE, "the command line"), tuple(Kind.INIT_STARTED, "/sbin/init"));
    }

    @Test
    void aLogThatGoesOnForeverIsMarkedTenThousandTimes() {
        MarksProjection marks = new MarksProjection();
        Story.ofUnknownKernel().then(new MessagesLost(1)).events().forEach(lost -> {
            for (int i = 0; i < 10_001; i++) {
                marks.apply(lost);
            }
        });

        assertThat(marks.view()).hasSize(10_000);
    }

    @Test
    void onlyAConsoleIsAConsole() {
        List<LedgerMark> marks = Story.ofUnknownKernel()
                .then(new ConsoleEnabled("tty0", false))
                .then(new CpusBroughtUp(1, 4))
                .then(new InitProcessStarted("console tty0"))
                .then(new MessagesLost(1))
                .viewOf(new MarksProjection());

        assertThat(marks).extracting(LedgerMark::isConsole).containsExactly(true, false, false, false);
        assertThat(new LedgerMark(Kind.MILESTONE, null, 1, 0).isConsole()).isFalse();
    }
}

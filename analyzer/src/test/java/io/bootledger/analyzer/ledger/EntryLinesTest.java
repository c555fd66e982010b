package io.bootledger.analyzer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.Story;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.call.LevelEntered;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.ConsoleEnabled;
import io.bootledger.traces.event.machine.CpusBroughtUp;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.ReadOnlyDataProtected;
import io.bootledger.traces.event.machine.RootMounted;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each slice of the boot thread's time, as {@code name us from-to}, by the lines that bound it. */
class EntryLinesTest {
    @Test
    void eachSliceStandsBetweenTheLinesThatBoundIt() {
        Story boot = Story.ofKernel("6.12.0")
                .at(100)
                .then(new CommandLineGiven("initcall_debug", true))
                .at(150)
                .then(new ConsoleEnabled("ttyS0", false))
                .then(new LevelEntered(InitcallLevel.EARLY))
                .at(400)
                .calling("cpu_stop_init", 1)
                .at(410)
                .returned("cpu_stop_init", 0, 10)
                .at(420)
                .says("smp: Bringing up secondary CPUs ...")
                .at(520)
                .then(new CpusBroughtUp(1, 4))
                .at(560)
                .says("devtmpfs: initialized")
                .then(new LevelEntered(InitcallLevel.PURE))
                .at(600)
                .calling("ipc_ns_init", 1)
                .at(650)
                .returned("ipc_ns_init", 0, 50)
                .at(660)
                .calling("bus_init", 1)
                .at(690)
                .probe("dev", 0, 20)
                .at(700)
                .returned("bus_init", 0, 40);

        assertThat(slices(afterInitcalls(boot)))
                .containsExactly(
                        "until the command line 100 0-2",
                        "until console ttyS0 50 2-3",
                        "until the first initcall 250 3-5",
                        "cpu_stop_init 10 5-6",
                        "lockup_detector_init 10 6-7",
                        "smp_init 100 7-8",
                        "smp_init to devtmpfs_init 40 8-9",
                        "do_basic_setup after devtmpfs_init 40 9-11",
                        "ipc_ns_init 50 11-12",
                        "between pure initcalls 10 12-13",
                        "dev 20 13-14",
                        "bus_init 20 13-15",
                        "wait_for_initramfs 20 15-16",
                        "prepare_namespace 80 16-17",
                        "wait_for_root 100 17-18",
                        "kernel_init until free_initmem 10 18-19",
                        "free_initmem 15 19-20",
                        "until write protection 10 20-21",
                        "mark_readonly 10 21-22",
                        "until init runs 15 22-23");
    }

    private static Story afterInitcalls(Story boot) {
        return boot.at(720)
                .then(new MemoryFreed("initrd memory", 64))
                .at(800)
                .says("Waiting for root device /dev/sda1...")
                .at(900)
                .then(new RootMounted("VFS: Mounted root"))
                .at(910)
                .then(new MemoryFreed("unused decrypted memory", 64))
                .at(925)
                .then(new MemoryFreed("unused kernel image (initmem) memory", 64))
                .at(935)
                .then(new ReadOnlyDataProtected("Write protecting"))
                .at(945)
                .then(new MemoryFreed("unused kernel image (rodata/data gap) memory", 64))
                .at(960)
                .then(new InitProcessStarted("/init"));
    }

    @Test
    void withoutInitcallsWhatIsBeforeAndBehindThemIsKnownStill() {
        Story boot = Story.ofKernel("6.12.0")
                .at(100)
                .then(new CommandLineGiven("quiet", true))
                .at(150)
                .then(new ConsoleEnabled("ttyS0", false))
                .at(160)
                .says("smp: Bringing up secondary CPUs ...")
                .at(200)
                .then(new CpusBroughtUp(1, 4))
                .at(300)
                .then(new ConsoleEnabled("tty0", false));

        assertThat(slices(afterInitcalls(boot)))
                .startsWith(
                        "until the command line 100 0-2",
                        "until console ttyS0 50 2-3",
                        "until all CPUs 50 3-5",
                        "the log has no initcalls 600 5-8",
                        "wait_for_root 100 8-9")
                .endsWith("until init runs 15 13-14");
    }

    @Test
    void withNothingKnownTheWholeBootIsUnknown() {
        assertThat(slices(Story.ofKernel("6.12.0").at(700).says("PCI: Using configuration type 1")))
                .containsExactly("the log has no initcalls 700 0-" + Long.MAX_VALUE);
    }

    @Test
    void withoutInitcallsTheRootDeviceMayBeTheLastThatIsKnown() {
        Story boot = Story.ofKernel("6.12.0")
                .at(700)
                .says("Waiting for root device /dev/sda1...")
                .at(900)
                .then(new KernelPanicked("VFS: Unable to mount root fs"));

        assertThat(slices(boot)).first().isEqualTo("the log has no initcalls 700 0-2");
    }

    @Test
    void linesThatAreLostAreNamed() {
        Story boot = Story.ofKernel("6.12.0")
                .at(100)
                .returned("lone_init", 0, 10)
                .at(150)
                .calling("cut_init", 1)
                .at(250)
                .calling("next_init", 1)
                .at(400)
                .returned("next_init", 0, 150)
                .at(450)
                .then(new MessagesLost(7))
                .at(500)
                .calling("far_init", 1)
                .at(560)
                .returned("far_init", 0, 60)
                .at(600)
                .then(new InitProcessStarted("/init"));

        assertThat(slices(boot))
                .containsExactly(
                        "the call of lone_init is lost 100 0-2",
                        "between unplaced initcalls 50 2-3",
                        "the return of cut_init is lost 100 3-4",
                        "next_init 150 4-5",
                        "messages were lost 100 5-7",
                        "far_init 60 7-8",
                        "until init runs 40 8-9");
    }

    @Test
    void aReturnOfAnotherCallThanTheOneThatRunsEndsNothing() {
        Story boot = Story.ofKernel("6.12.0")
                .calling("outer_init", 1)
                .at(40)
                .returned("stray_init", 0, 5)
                .at(100)
                .returned("outer_init", 0, 100)
                .then(new InitProcessStarted("/init"));

        assertThat(slices(boot)).containsExactly("outer_init 100 2-4");
    }

    @Test
    void aBootThatPanicsEndsThere() {
        Story boot = Story.ofKernel("6.12.0")
                .calling("one_init", 1)
                .at(100)
                .returned("one_init", 0, 100)
                .at(300)
                .then(new KernelPanicked("Attempted to kill init!"))
                .at(900)
                .then(new KernelPanicked("again"))
                .at(950)
                .says("Rebooting in 10 seconds..");

        assertThat(ledger(boot).ends()).isEqualTo(Ledger.End.PANIC);
        assertThat(ledger(boot).totalUs()).isEqualTo(300);
        assertThat(slices(boot))
                .containsExactly("one_init 100 2-3", "after the last initcall, until the kernel panicked 200 3-4");
    }

    @Test
    void whereNoLineSaysThatInitRunsTheLastOfFreeingMemoryIsTheEnd() {
        Story boot = Story.ofKernel("4.4.0")
                .calling("one_init", 1)
                .at(100)
                .returned("one_init", 0, 100)
                .at(150)
                .then(new MemoryFreed("unused kernel memory", 64))
                .at(180)
                .then(new ReadOnlyDataProtected("Write protecting"))
                .at(900)
                .then(new KernelPanicked("Attempted to kill init!"));

        assertThat(ledger(boot).ends()).isEqualTo(Ledger.End.INIT_MEMORY_FREED);
        assertThat(ledger(boot).totalUs()).isEqualTo(180);
    }

    private static Ledger ledger(Story boot) {
        return boot.analysis().accounting().ledger();
    }

    private static Stream<String> slices(Story boot) {
        return ledger(boot).entries().stream()
                .map(entry -> entry.name() + " " + entry.us() + " " + entry.fromLine() + "-" + entry.toLine());
    }
}

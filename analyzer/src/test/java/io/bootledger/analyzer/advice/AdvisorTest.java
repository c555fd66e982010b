package io.bootledger.analyzer.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.Story;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.ConsoleEnabled;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisorTest {
    /** Without a call its lines are not printed either: as long as the next ones are away, and 20 ms each at most. */
    private static final long PRINTED_US = 20_050;

    @Test
    void aBootWithNothingToSayGetsNoAdvice() {
        assertThat(advice(quick())).extracting(Advice::code).containsExactly("levels-inferred");
    }

    @Test
    void aLogWithoutInitcallsIsToldHowToGetThem() {
        assertThat(advice(Story.ofKernel("6.1.0").says("hello")))
                .singleElement()
                .satisfies(advice -> {
                    assertThat(advice.code()).isEqualTo("initcalls-not-recorded");
                    assertThat(advice.kind()).isEqualTo(Advice.Kind.LOG);
                    assertThat(advice.solution()).isEqualTo("boot with initcall_debug log_buf_len=1M");
                });
    }

    @Test
    void aConsoleThatHidesInitcallDebugIsNotAskedForIt() {
        Story boot = Story.ofKernel("6.1.0").then(new CommandLineGiven("quiet initcall_debug", true));

        assertThat(advice(boot)).extracting(Advice::code).containsExactly("initcall-lines-hidden");
    }

    @Test
    void lostMessagesComeBeforeWhatSavesTime() {
        Story boot = quick().at(1_000).then(new MessagesLost(3)).calling("slow_init", 1);
        boot.at(900_000).returned("slow_init", 0, 899_000);

        List<Advice> advice = advice(boot);

        assertThat(advice).extracting(Advice::code).startsWith("messages-lost", "slow-initcall");
        assertThat(advice.get(0).lines()).containsExactly(4L);
        assertThat(advice.get(1).lines()).containsExactly(5L);
    }

    @Test
    void theLargestGainComesFirst() {
        Story boot = quick();
        slow(boot, "short_init", 100_000, 190_000);
        slow(boot, "long_init", 200_000, 390_000);
        boot.at(400_000).then(new InitProcessStarted("/init"));

        assertThat(advice(boot))
                .filteredOn(advice -> advice.kind() == Advice.Kind.BOOT)
                .extracting(Advice::gainUs)
                .containsExactly(190_000L + 20_000L, 90_000L + PRINTED_US + 10_000L);
    }

    @Test
    void aSilentCallOfARoundLengthMayHaveWaited() {
        Story boot = quick();
        slow(boot, "dock_init", 100_000, 602_000);
        boot.at(610_000).then(new InitProcessStarted("/init"));

        assertThat(only("slow-initcall", boot).explanation())
                .isEqualTo(
                        "502.0 ms of the 610.0 ms until init started. Nothing is known of it. No line was logged while it ran."
                                + " It took hardly more than 500 ms, so it may have slept or waited for a timeout.");
    }

    @Test
    void aCallThatLogsIsNotSaidToWait() {
        Story boot =
                quick().at(100_000).calling("dock_init", 1).says("dock: found").at(602_000);
        boot.returned("dock_init", 0, 502_000).at(610_000).then(new InitProcessStarted("/init"));

        assertThat(only("slow-initcall", boot).explanation())
                .isEqualTo("502.0 ms of the 610.0 ms until init started. Nothing is known of it.");
    }

    @Test
    void aKnownCauseIsToldWithItsRemedyAndItsRisk() {
        Story boot = quick();
        slow(boot, "raid6_select_algo", 100_000, 200_000);
        boot.then(new InitProcessStarted("/init"));

        Advice advice = only("slow-initcall", boot);

        assertThat(advice.title()).startsWith("raid6_select_algo took 100.0 ms; known of it: benchmarks every RAID6");
        assertThat(advice.explanation()).contains("Known from lib/raid6/algos.c");
        assertThat(advice.solution()).contains("CONFIG_RAID6_PQ_BENCHMARK=n");
        assertThat(advice.risk()).isEqualTo("low");
        assertThat(advice.gainUs()).isEqualTo(100_000 + 20_000);
    }

    @Test
    void whatTheBootHadAlreadyGainsNothing() {
        Story boot = Story.ofKernel("6.1.0").then(new CommandLineGiven("pcie_ports=compat initcall_debug", true));
        slow(boot, "pcie_portdrv_init", 100_000, 200_000);
        boot.then(new InitProcessStarted("/init"));

        Advice advice = only("slow-initcall", boot);

        assertThat(advice.solution())
                .startsWith("pcie_ports=compat or ")
                .endsWith("; this boot had pcie_ports=compat already");
        assertThat(advice.gainUs()).isNull();
    }

    @Test
    void whatIsEssentialIsNeverOfferedForBlacklisting() {
        Story boot = quick();
        slow(boot, "net_dev_init", 100_000, 200_000);
        slow(boot, "spawn_ksoftirqd", 200_000, 300_000);
        boot.then(new InitProcessStarted("/init"));

        assertThat(advice(boot))
                .filteredOn(advice -> advice.code().equals("slow-initcall"))
                .hasSize(2)
                .allSatisfy(advice -> {
                    assertThat(advice.solution()).doesNotContain("initcall_blacklist");
                    assertThat(advice.gainUs()).isNull();
                });
    }

    @Test
    void attemptsThatWerePutOffAreAddedUp() {
        Story boot = quick().at(100_000).calling("drv_init", 1).at(104_000).probe("mmc0", 517, 4_000);
        boot.at(108_000).probe("mmc0", 517, 4_000).at(110_000).returned("drv_init", 0, 10_000);

        Advice advice = only("deferred-probes", boot);

        assertThat(advice.title()).isEqualTo("1 device was put off 2 times before init, which took 8.0 ms.");
        assertThat(advice.explanation()).isEqualTo("Most of it: mmc0 (2 attempts, 8.0 ms).");
        assertThat(advice.gainUs()).isEqualTo(8_000);
    }

    @Test
    void aLongProbeOnTheBootThreadCouldRunBesideIt() {
        assertThat(only("async-probe", probing("1c30000.ethernet", "root=/dev/sda1"))
                        .solution())
                .startsWith("try driver_async_probe=DRIVER, with the name that"
                        + " /sys/bus/*/devices/1c30000.ethernet/driver points to");
    }

    @Test
    void whatOthersNeedIsNoCandidateForAsyncProbing() {
        assertThat(advice(probing("pcie-regulator", "root=/dev/sda1")))
                .extracting(Advice::code)
                .doesNotContain("async-probe");
    }

    @Test
    void probesOfUnknownTasksAreDoubtedWhereProbingIsAsynchronous() {
        assertThat(advice(probing("1c30000.ethernet", "driver_async_probe=*")))
                .extracting(Advice::code)
                .startsWith("probes-without-caller")
                .doesNotContain("async-probe");
    }

    @Test
    void aProbeThatRegistersTheConsoleIsToldToPrintWhatWasLoggedBefore() {
        Story boot = Story.ofKernel("6.12.0")
                .then(new CommandLineGiven("console=ttymxc1 ignore_loglevel", true))
                .at(100)
                .calling("imx_uart_init", 1)
                .at(10_000)
                .then(new ConsoleEnabled("ttymxc1", false))
                .at(60_000)
                .probe("21e8000.serial", 0, 58_000)
                .at(61_000)
                .returned("imx_uart_init", 0, 60_900)
                .then(new InitProcessStarted("/init"));

        Advice advice = only("console-probe", boot);

        assertThat(advice.title())
                .isEqualTo("The probe of 21e8000.serial took 58.0 ms and registered console ttymxc1.");
        assertThat(advice.solution()).startsWith("boot with quiet and without ignore_loglevel;");
        assertThat(advice.gainUs()).isEqualTo(58_000);
        assertThat(advice(boot)).extracting(Advice::code).doesNotContain("async-probe");
    }

    @Test
    void whatWasTriedInVainPromisesNothing() {
        Story boot = Story.ofKernel("6.1.0")
                .at(100)
                .calling("apparmor_nf_ip_init", 1)
                .at(60_100)
                .returned("apparmor_nf_ip_init", 0, 60_000)
                .then(new InitProcessStarted("/init"));

        Advice advice = only("slow-initcall", boot);

        assertThat(advice.solution()).endsWith("; where it was tried, it gained nothing");
        assertThat(advice.gainUs()).isNull();
    }

    @Test
    void printingIsWeighedAgainstTheWholeBoot() {
        Story boot = Story.ofKernel("6.1.0")
                .then(new CommandLineGiven("console=ttyS0,115200 ignore_loglevel", true))
                .clockSwitched();
        for (int i = 0; i < 30; i++) {
            boot.at(10_000 * i).calling("initcall_" + (10 + i), 1);
            boot.at(10_000 * i + 3_000).returned("initcall_" + (10 + i), 0, 100);
        }
        boot.at(300_000).then(new InitProcessStarted("/init"));

        Advice advice = only("console-cost", boot);

        assertThat(advice.title())
                .matches("About \\d+\\.\\d ms of 300\\.0 ms went into printing to ttyS0 at 115200\\.");
        assertThat(advice.solution()).startsWith("boot with quiet and without ignore_loglevel;");
    }

    @Test
    void aLongWaitForTheInitramfsIsShown() {
        Story boot = quick().at(400_000).then(new MemoryFreed("initrd memory", 9_000));
        boot.at(410_000).then(new MemoryFreed("unused kernel memory", 900)).then(new InitProcessStarted("/init"));

        assertThat(only("initramfs-wait", boot).gainUs()).isEqualTo(399_800);
    }

    @Test
    void advisedAmountsAreEasyToRead() {
        assertThat(List.of(Amount.time(940), Amount.time(12_449), Amount.time(1_934_999), Amount.time(999_999)))
                .containsExactly("940 µs", "12.4 ms", "1.93 s", "1000.0 ms");
    }

    private static Story quick() {
        return Story.ofKernel("6.1.0").at(100).calling("one_init", 1).at(200).returned("one_init", 0, 90);
    }

    private static void slow(Story boot, String function, long from, long to) {
        boot.at(from).calling(function, 1).at(to).returned(function, 0, to - from);
    }

    private static Story probing(String device, String commandLine) {
        return Story.ofKernel("6.1.0")
                .then(new CommandLineGiven(commandLine, true))
                .at(100)
                .calling("drv_init", 1)
                .at(60_000)
                .probe(device, 0, 50_000)
                .at(61_000)
                .returned("drv_init", 0, 60_900)
                .then(new InitProcessStarted("/init"));
    }

    private static Advice only(String code, Story boot) {
        List<Advice> found = advice(boot).stream()
                .filter(advice -> advice.code().equals(code))
                .toList();
        assertThat(found).as(code).hasSize(1);
        return found.get(0);
    }

    private static List<Advice> advice(Story boot) {
        return boot.analysis().advice();
    }
}

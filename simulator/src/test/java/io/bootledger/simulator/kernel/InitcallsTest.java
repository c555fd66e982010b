package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitcallsTest {
    private static final InitFunction SWITCH =
            InitFunction.of(InitcallMacro.FS_INITCALL, "clocksource_done_booting", Nanos.ZERO);

    @Test
    void durationsAreWholeTicksUntilTheClockSourceIsSwitched() {
        BootOf boot = BootOf.initcalls(
                InitFunction.of(InitcallMacro.CORE_INITCALL, "early_bird", Nanos.ofMillis(9)),
                SWITCH,
                InitFunction.of(InitcallMacro.LATE_INITCALL, "late_bird", Nanos.ofMicros(8_765)));
        assertThat(boot.call("early_bird").reported()).isIn(8_000L, 12_000L);
        assertThat(boot.call("late_bird").reported()).isEqualTo(8_765);
    }

    @ParameterizedTest
    @CsvSource({"2.6.28, 976", "5.17, 976", "5.18, 1000", "7.2, 1000"})
    void aMillisecondIsCountedAsTheVersionCounts(String release, long printed) {
        Machine machine = BootOf.machine(
                KernelConfig.of(release, Arch.ARM),
                List.of(SWITCH, InitFunction.of(InitcallMacro.LATE_INITCALL, "one_ms", Nanos.ofMillis(1))),
                List.of(),
                List.of());
        assertThat(BootOf.machine(machine).call("one_ms").reported()).isEqualTo(printed);
    }

    @Test
    void aBlacklistedFunctionIsNeverCalled() {
        KernelConfig kernel =
                KernelConfig.of(BootOf.RELEASE, Arch.ARM64).withCommandLine("initcall_blacklist=foo_init,bar_init");
        BootOf boot = BootOf.machine(BootOf.machine(
                kernel,
                List.of(InitFunction.of(InitcallMacro.CORE_INITCALL, "foo_init", Nanos.ZERO)),
                List.of(),
                List.of()));
        assertThat(boot.linesWith("foo_init"))
                .endsWith("blacklisting initcall foo_init", "initcall foo_init blacklisted")
                .noneMatch(line -> line.startsWith("calling"));
        assertThat(boot.truth().blacklisted()).containsExactly("foo_init");
    }

    @Test
    void aNegativeReturnValueOfABuiltInFunctionChangesNothing() {
        BootOf boot = BootOf.initcalls(
                InitFunction.of(InitcallMacro.CORE_INITCALL, "bad_init", Nanos.ZERO)
                        .returning(-22),
                InitFunction.of(InitcallMacro.CORE_INITCALL, "next_init", Nanos.ZERO));
        assertThat(boot.call("bad_init").outcome()).isEqualTo("failed");
        assertThat(boot.call("next_init").outcome()).isEqualTo("ok");
    }

    @Test
    void whatAnInitcallLeavesBehindIsRepairedWithAWarning() {
        BootOf boot = BootOf.initcalls(InitFunction.of(InitcallMacro.CORE_INITCALL, "rude_init", Nanos.ZERO)
                .failingBy(Fault.PREEMPT_AND_IRQS_OFF));
        assertThat(boot.linesWith("returned with"))
                .singleElement()
                .asString()
                .endsWith(" returned with preemption imbalance disabled interrupts ");
        assertThat(boot.linesWith("WARNING: CPU: 0 PID: 1 at init/main.c")).hasSize(1);
    }

    @Test
    void anInitcallThatHangsEndsTheLog() {
        BootOf boot = BootOf.initcalls(
                InitFunction.of(InitcallMacro.CORE_INITCALL, "stuck_init", Nanos.ZERO)
                        .failingBy(Fault.HANG),
                InitFunction.of(InitcallMacro.CORE_INITCALL, "never_init", Nanos.ZERO));
        assertThat(boot.lines()).last().asString().startsWith("calling  stuck_init+0x0/");
        assertThat(boot.call("stuck_init").outcome()).isEqualTo("unfinished");
    }

    @Test
    void anOopsInABuiltInFunctionKillsInit() {
        BootOf boot = BootOf.initcalls(InitFunction.of(InitcallMacro.CORE_INITCALL, "null_init", Nanos.ZERO)
                .failingBy(Fault.OOPS));
        assertThat(boot.truth().milestones().panic()).isEqualTo("Attempted to kill init! exitcode=0x0000000b");
    }

    @ParameterizedTest
    @CsvSource({"6.15, 0", "6.16, 10"})
    void levelsAreAnnouncedSinceTheVersionThatDoes(String release, int lines) {
        Machine machine = BootOf.machine(KernelConfig.of(release, Arch.ARM64), List.of(SWITCH), List.of(), List.of());
        assertThat(BootOf.machine(machine).linesWith("entering initcall level: "))
                .hasSize(lines);
    }

    /** As logs of 3.13.0 and the source of 3.18 have it; of programs that are not there nothing is said. */
    @ParameterizedTest
    @CsvSource({"3.12, No init found.", "3.13, No working init found.", "6.12, No working init found."})
    void withoutInitTheKernelPanics(String release, String words) {
        Machine.Ending ending = new Machine.Ending(null, null, null, null, null);
        KernelConfig kernel = KernelConfig.of(release, Arch.ARM64);
        BootOf boot = BootOf.machine(new Machine(
                null,
                kernel,
                1,
                "tsc",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(SWITCH),
                null,
                null,
                ending,
                null,
                null));
        assertThat(boot.truth().milestones().panic()).startsWith(words);
        assertThat(boot.linesWith("Failed to execute")).isEmpty();
    }

    /** {@code init/initramfs.c} of 5.12.9 unpacks it itself, that of 5.14 on a worker; the change is of the merge window of 5.13. */
    @ParameterizedTest
    @CsvSource({"5.10, 20000000", "5.12, 20000000", "5.13, 0", "7.2, 0"})
    void theInitramfsIsUnpackedBesideTheBootSinceTheVersionThatDoes(String release, long atLeastNanos) {
        Machine machine = BootOf.machine(
                        KernelConfig.of(release, Arch.ARM64),
                        List.of(InitFunction.of(InitcallMacro.ROOTFS_INITCALL, "populate_rootfs", Nanos.ZERO)),
                        List.of(),
                        List.of())
                .withInitramfs(new Machine.Initramfs(100, Nanos.ofMillis(20), null));
        assertThat(BootOf.machine(machine).call("populate_rootfs").trueNanos())
                .isBetween(atLeastNanos, atLeastNanos + 100_000);
    }

    /** {@code dmi_dump_ids} came with 2.6.37, {@code clocksource_select} with 2.6.32. */
    @ParameterizedTest
    @CsvSource({"2.6.31, 0, 0", "2.6.32, 0, 1", "2.6.36, 0, 1", "2.6.37, 1, 1", "6.12, 1, 1"})
    void anOldKernelTellsNeitherMachineNorClockSource(String release, int machine, int clocksource) {
        BootOf boot = BootOf.machine(new Machine(
                "ACME Rocket/R1, BIOS 1.0 01/01/2010",
                KernelConfig.of(release, Arch.X86_64),
                1,
                "tsc",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(InitFunction.of(InitcallMacro.FS_INITCALL, "clocksource_done_booting", Nanos.ZERO)),
                List.of(),
                null,
                null,
                List.of(),
                null));
        assertThat(boot.linesWith("ACME Rocket")).hasSize(machine);
        assertThat(boot.linesWith("to clocksource tsc")).hasSize(clocksource);
    }
}

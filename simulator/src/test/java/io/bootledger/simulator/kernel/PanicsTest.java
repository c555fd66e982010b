package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.ModuleLoad;
import io.bootledger.simulator.machine.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends a boot beside the loss of init: the loss of the idle task, and what the command line asks to be the end. */
class PanicsTest {
    private static final String PANIC = "Kernel panic - not syncing: ";

    /** {@code do_exit}, since 5.17 {@code make_task_dead}: before it notes how the task exits. */
    @ParameterizedTest
    @CsvSource({
        "2.6.30, CONSOLE_INITCALL, swapper, console_init",
        "3.2, SECURITY_INITCALL, swapper, security_init",
        "3.10, CONSOLE_INITCALL, swapper/0, console_init",
        "4.19, SECURITY_INITCALL, swapper/0, security_init",
        "6.12, CONSOLE_INITCALL, swapper/0, console_init",
        "7.2, CONSOLE_INITCALL, swapper/0, console_init"
    })
    void beforeThereIsAPid1TheIdleTaskIsKilled(String release, InitcallMacro macro, String comm, String caller) {
        BootOf boot = boot(release, Arch.X86_64, "", faulty(macro, Fault.OOPS));
        assertThat(boot.linesWith(PANIC).get(0)).isEqualTo(PANIC + "Attempted to kill the idle task!");
        assertThat(boot.truth().milestones().panic()).isEqualTo("Attempted to kill the idle task!");
        assertThat(boot.linesWith("omm: ")).allMatch(line -> line.contains("omm: " + comm + " "));
        assertThat(boot.linesWith(caller + "+0x")).hasSize(1);
        assertThat(boot.linesWith("do_one_initcall+0x")).isEmpty();
        assertThat(boot.linesWith("note: ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2.6.30, X86_64, Fatal exception",
        "6.12, X86_64, Fatal exception",
        "2.6.39, ARM, Fatal exception",
        "4.19, ARM64, Fatal exception",
        "5.10, ARM64, Oops: Fatal exception",
        "6.12, RISCV64, Fatal exception"
    })
    void anOopsIsTheEndWhereTheCommandLineAsksForThat(String release, Arch arch, String reason) {
        InitFunction bad = faulty(InitcallMacro.CORE_INITCALL, Fault.OOPS);
        BootOf boot = boot(release, arch, "oops=panic", bad);
        assertThat(boot.linesWith(PANIC).get(0)).isEqualTo(PANIC + reason);
        assertThat(boot.linesWith("note: ")).isEmpty();
        assertThat(boot(release, arch, "", bad).linesWith(PANIC).get(0)).startsWith(PANIC + "Attempted to kill init!");
    }

    /** Up to 5.9 right behind the message, then behind modules and registers; arm has none there. */
    @ParameterizedTest
    @CsvSource({
        "3.18, X86_64, , ",
        "3.19, X86_64, 'panic_on_warn set ...\n', returned with preemption imbalance",
        "4.9, ARM, 'panic_on_warn set ...\n', returned with preemption imbalance",
        "4.4, ARM64, , ",
        "4.7, ARM64, 'panic_on_warn set ...\n', WARNING: ",
        "5.4, X86_64, panic_on_warn set ..., WARNING: ",
        "5.10, X86_64, panic_on_warn set ..., kernel_init_freeable+0x",
        "6.1, ARM, panic_on_warn set ..., Modules linked in:",
        "6.12, X86_64, kernel: panic_on_warn set ..., </TASK>",
        "6.12, RISCV64, kernel: panic_on_warn set ..., Call Trace:"
    })
    void aWarningIsTheEndWhereTheCommandLineAsksForThat(String release, Arch arch, String reason, String before) {
        List<String> lines = boot(release, arch, "panic_on_warn=1", faulty(InitcallMacro.CORE_INITCALL, Fault.PREEMPT))
                .lines();
        List<String> panics =
                lines.stream().filter(line -> line.startsWith(PANIC)).toList();
        if (reason == null) {
            assertThat(panics).isEmpty();
        } else {
            assertThat(panics).containsExactly(PANIC + reason);
            assertThat(lines.get(lines.indexOf(PANIC + reason) - 1)).contains(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"panic_on_warn=0", "panic_on_warn=1 panic_on_warn=0", "panic_on_warn", "oops=nothing"})
    void otherWordsAskForNothing(String commandLine) {
        assertThat(boot("6.12", Arch.X86_64, commandLine, faulty(InitcallMacro.CORE_INITCALL, Fault.PREEMPT))
                        .linesWith(PANIC))
                .isEmpty();
    }

    /** All that is not yet done when a loader of modules panics is not done any more. */
    @Test
    void aModuleEndsTheBootOfAllOthers() {
        InitFunction bad = InitFunction.of(InitcallMacro.MODULE_INIT, "bad_init", Nanos.ofMillis(1))
                .asModule()
                .failingBy(Fault.OOPS);
        InitFunction slow = InitFunction.of(InitcallMacro.MODULE_INIT, "slow_init", Nanos.ofMillis(5))
                .asModule();
        Machine machine = BootOf.machine(
                KernelConfig.of("6.12", Arch.X86_64).withCommandLine("oops=panic"),
                List.of(bad, slow),
                List.of(),
                List.of(
                        new ModuleLoad("bad", Nanos.ZERO, 1, null, null),
                        new ModuleLoad("slow", Nanos.ZERO, 2, null, null)));
        BootOf boot = BootOf.machine(machine);
        assertThat(boot.linesWith(PANIC)).first().isEqualTo(PANIC + "Fatal exception");
        assertThat(boot.lines()).last().asString().startsWith("---[ end Kernel panic");
        assertThat(boot.linesWith("calling  slow_init")).hasSize(1);
        assertThat(boot.linesWith("initcall slow_init")).isEmpty();
    }

    /** Whoever has a module loaded stops with it. */
    @Test
    void aModuleThatIsRequestedEndsTheBootOfWhoWaits() {
        InitFunction bad = InitFunction.of(InitcallMacro.MODULE_INIT, "bad_init", Nanos.ofMillis(1))
                .asModule()
                .failingBy(Fault.IRQS_OFF);
        BootOf boot = BootOf.machine(new Machine(
                null,
                KernelConfig.of("6.12", Arch.X86_64).withCommandLine("panic_on_warn=1"),
                1,
                "tsc",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(
                        InitFunction.of(InitcallMacro.ROOTFS_INITCALL, "populate_rootfs", Nanos.ZERO),
                        InitFunction.of(InitcallMacro.LATE_INITCALL, "asks_init", Nanos.ZERO)
                                .requesting(List.of("bad")),
                        bad),
                List.of(),
                new Machine.Initramfs(100, Nanos.ZERO, Machine.Initramfs.USUAL_MESSAGE),
                null,
                List.of(),
                null));
        assertThat(boot.linesWith(PANIC)).first().isEqualTo(PANIC + "kernel: panic_on_warn set ...");
        assertThat(boot.lines()).last().asString().startsWith("---[ end Kernel panic");
        assertThat(boot.truth().milestones().initStartedUs()).isNull();
    }

    private static InitFunction faulty(InitcallMacro macro, Fault fault) {
        return InitFunction.of(macro, "bad_init", Nanos.ZERO).failingBy(fault);
    }

    private static BootOf boot(String release, Arch arch, String commandLine, InitFunction bad) {
        return BootOf.machine(BootOf.machine(
                KernelConfig.of(release, arch).withCommandLine(commandLine), List.of(bad), List.of(), List.of()));
    }
}

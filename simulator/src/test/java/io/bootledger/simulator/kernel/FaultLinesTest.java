package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.ModuleLoad;
import io.bootledger.simulator.machine.ModuleLoad.Build;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the blocks about faults against what the sources of each version print, in whose order they stand. */
class FaultLinesTest {
    private static final String CUT = "------------[ cut here ]------------";

    @ParameterizedTest
    @CsvSource({"2.6.35, 4", "2.6.36, 7", "3.4, 7", "3.9, 7"})
    void upTo39AnErrorIsComplainedAbout(String release, int severity) {
        BootOf boot = initcalls(
                release,
                Arch.X86_64,
                failing("err_init", -12, null),
                failing("absent_init", -19, null),
                failing("positive_init", 1, null),
                failing("both_init", -22, Fault.PREEMPT_AND_IRQS_OFF));
        assertThat(boot.linesWith("returned with"))
                .containsExactly(
                        "initcall err_init+0x0/0x11 returned with error code -12 ",
                        "initcall positive_init+0x0/0x11 returned with error code 1 ",
                        "initcall both_init+0x0/0x11 returned with error code -22 preemption imbalance disabled interrupts ");
        assertThat(boot.linesWith(CUT)).isEmpty();
        assertThat(boot.call("err_init").misbehaved()).isEqualTo("error code -12");
        assertThat(boot.call("absent_init").misbehaved()).isNull();
        assertThat(severities(release)).containsOnly(severity);
    }

    /** Of the lines before and after a call. */
    private static Set<Integer> severities(String release) {
        Set<Integer> severities = new HashSet<>();
        new Simulation(BootOf.machine(
                        KernelConfig.of(release, Arch.X86_64),
                        List.of(failing("a_init", 0, null)),
                        List.of(),
                        List.of()))
                .boot(Durations.EXACT, record -> {
                    if (record.event() instanceof InitcallStarted || record.event() instanceof InitcallFinished) {
                        severities.add(record.priority().severity());
                    }
                });
        return severities;
    }

    @Test
    void withoutInitcallDebugAnErrorIsNoComplaint() {
        KernelConfig quiet = new KernelConfig(
                "3.4", Arch.X86_64, null, 0, "", false, null, false, false, false, null, null, 0, 0, 0, null);
        BootOf boot = unsized(BootOf.machine(BootOf.machine(
                quiet,
                List.of(failing("err_init", -12, null), failing("odd_init", 0, Fault.PREEMPT)),
                List.of(),
                List.of())));
        assertThat(boot.linesWith("returned with"))
                .containsExactly("initcall odd_init+0x0/0x11 returned with preemption imbalance ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.10", "4.9", "6.12"})
    void since310AnErrorIsNone(String release) {
        assertThat(initcalls(release, Arch.X86_64, failing("err_init", -12, null))
                        .linesWith("returned with"))
                .isEmpty();
    }

    /** WARN is a call up to 4.11 on x86 and 4.2 on arm64, always on arm, and a trap since; the trap's message came first up to 4.14. */
    @ParameterizedTest
    @CsvSource({
        "3.10, x86_64, cut WARNING message",
        "4.11, x86_64, cut WARNING message",
        "4.12, x86_64, message cut WARNING",
        "4.14, i386, message cut WARNING",
        "4.15, x86_64, cut message WARNING",
        "7.2, x86_64, cut message WARNING",
        "6.12, arm, cut WARNING message",
        "3.18, arm64, cut WARNING message",
        "4.4, arm64, message cut WARNING",
        "4.15, arm64, cut message WARNING",
        "5.0, riscv64, cut WARNING message",
        "5.2, riscv64, cut message WARNING"
    })
    void theLinesOfAWarningStandInTheOrderOfTheVersion(String release, String arch, String order) {
        List<String> lines = initcalls(release, arch(arch), failing("both_init", 0, Fault.PREEMPT_AND_IRQS_OFF))
                .lines();
        int first = lines.indexOf("initcall both_init+0x0/0x11 returned 0 after 0 usecs") + 1;
        List<String> kinds = lines.subList(first, first + 3).stream()
                .map(line -> line.equals(CUT) ? "cut" : line.startsWith("WARNING: ") ? "WARNING" : "message")
                .toList();
        assertThat(String.join(" ", kinds)).isEqualTo(order);
        assertThat(lines.get(first + 3)).isEqualTo("Modules linked in:");
    }

    @ParameterizedTest
    @CsvSource({
        "3.10, x86_64, WARNING: at init/main.c:799 do_one_initcall+0x20c/0x2c0()",
        "3.18, x86_64, WARNING: CPU: 0 PID: 1 at init/main.c:804 do_one_initcall+0x20c/0x2c0()",
        "4.4, arm64, WARNING: at init/main.c:808",
        "4.9, x86_64, WARNING: CPU: 0 PID: 1 at init/main.c:792 do_one_initcall+0x20c/0x2c0",
        "6.19, x86_64, 'WARNING: init/main.c:1391 at do_one_initcall+0x20c/0x2c0, CPU#0: swapper/0/1'"
    })
    void aWarningSaysWhere(String release, String arch, String warning) {
        assertThat(initcalls(release, arch(arch), failing("odd_init", 0, Fault.PREEMPT))
                        .linesWith("WARNING: "))
                .containsExactly(warning);
    }

    @ParameterizedTest
    @CsvSource({
        "3.10, 'CPU: 0 PID: 1 Comm: swapper/0 Tainted: G        W    3.10 #1',",
        "4.9, 'CPU: 0 PID: 1 Comm: swapper/0 Tainted: G        W       4.9 #1',",
        "5.10, 'CPU: 0 PID: 1 Comm: swapper/0 Tainted: G        W         5.10 #1',",
        "6.10, 'CPU: 0 PID: 1 Comm: swapper/0 Tainted: G        W          6.10 #1',",
        "6.11, 'CPU: 0 UID: 0 PID: 1 Comm: swapper/0 Tainted: G        W          6.11 #1', Tainted: [W]=WARN",
        "6.18, 'CPU: 0 UID: 0 PID: 1 Comm: swapper/0 Tainted: G        W           6.18 #1 PREEMPT(voluntary) ', Tainted: [W]=WARN"
    })
    void theFirstWarningTaintsTheKernel(String release, String second, String told) {
        BootOf boot = initcalls(
                release,
                Arch.X86_64,
                failing("odd_init", 0, Fault.PREEMPT),
                failing("odd_too_init", 0, Fault.IRQS_OFF));
        assertThat(boot.linesWith("Comm: swapper/0").get(0)).contains(" Not tainted ");
        assertThat(boot.linesWith("Comm: swapper/0").get(1)).isEqualTo(second);
        assertThat(boot.linesWith("Tainted: [")).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @ParameterizedTest
    @CsvSource({
        "3.4, 'Tainted: G           O', 'broken(+) led(O)'",
        "6.12, 'Tainted: G           O      ', 'broken(+) led(O)'"
    })
    void aModuleFromOutsideTaintsIt(String release, String taint, String modules) {
        BootOf boot = modules(release, Fault.OOPS);
        assertThat(boot.lines()).anyMatch(line -> line.contains("omm: insmod " + taint + " " + release + " #1"));
        assertThat(boot.linesWith("Modules linked in: ")).containsExactly("Modules linked in: " + modules);
    }

    @ParameterizedTest
    @CsvSource({
        "3.4, IP: [<ffffffff81a2b3c4>] bad_init+0x0/0x11|Oops: 0000 [#1] SMP |CPU 0 |Modules linked in:",
        "3.18, IP: [<ffffffff81a2b3c4>] bad_init+0x0/0x11|Oops: 0000 [#1] SMP |Modules linked in:|CPU: 0 PID",
        "4.16, IP: bad_init+0x0/0x11|Oops: 0000 [#1] SMP NOPTI|Modules linked in:|CPU: 0 PID",
        "4.17, Oops: 0000 [#1] SMP NOPTI|Modules linked in:|CPU: 0 PID|RIP: 0010:bad_init",
        "4.18, Oops: 0000 [#1] SMP NOPTI|CPU: 0 PID|RIP: 0010:bad_init|Call Trace:| do_one_initcall|Modules linked in:|CR2: 0000000000000054",
        "6.12, '#PF: supervisor|#PF: error_code|Oops: Oops: 0000 [#1] PREEMPT SMP NOPTI|CPU: 0 UID'"
    })
    void anOopsStandsInTheOrderOfTheVersion(String release, String expected) {
        List<String> lines = initcalls(release, Arch.X86_64, failing("bad_init", 0, Fault.OOPS))
                .lines();
        int first = lines.indexOf(lines.stream()
                        .filter(line -> line.startsWith("BUG: "))
                        .findFirst()
                        .orElseThrow())
                + 1;
        List<String> begins = List.of(expected.split("\\|"));
        assertThat(lines).hasSizeGreaterThan(first + begins.size());
        for (int at = 0; at < begins.size(); at++) {
            assertThat(lines.get(first + at)).startsWith(begins.get(at));
        }
    }

    /** Up to 4.20 the reason ends in a line break of its own, as {@code panic} keeps that. */
    @ParameterizedTest
    @CsvSource({
        "3.3, x86_64, 'Kernel panic - not syncing: Attempted to kill init!'",
        "3.4, x86_64, 'Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000009\n'",
        "3.16, x86_64, 'Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000009\n|---[ end Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000009\n'",
        "4.17, x86_64, 'Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000009\n|---[ end Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000009\n ]---'",
        "5.0, arm64, 'Kernel panic - not syncing: Attempted to kill init! exitcode=0x0000000b|---[ end Kernel panic - not syncing: Attempted to kill init! exitcode=0x0000000b ]---'"
    })
    void thePanicSaysSoInTheWordsOfTheVersion(String release, String arch, String expected) {
        BootOf boot = initcalls(release, arch(arch), failing("bad_init", 0, Fault.OOPS));
        assertThat(boot.linesWith("Kernel panic")).containsExactly(expected.split("\\|"));
        assertThat(boot.truth().milestones().panic())
                .isEqualTo(expected.split("\\|")[0].strip().substring(28));
    }

    @ParameterizedTest
    @CsvSource({
        "2.6.34, No init found.  Try passing init= option to kernel.",
        "2.6.35, No init found.  Try passing init= option to kernel. See Linux Documentation/init.txt for guidance.",
        "3.12, No init found.  Try passing init= option to kernel. See Linux Documentation/init.txt for guidance.",
        "3.13, No working init found.  Try passing init= option to kernel. See Linux Documentation/init.txt for guidance.",
        "4.10, No working init found.  Try passing init= option to kernel. See Linux Documentation/admin-guide/init.rst for guidance."
    })
    void whereThereIsNoInitThePanicHasABacktrace(String release, String reason) {
        BootOf boot = BootOf.machine(withoutInit(KernelConfig.of(release, Arch.X86_64)));
        List<String> lines = boot.lines();
        int panic = lines.indexOf("Kernel panic - not syncing: " + reason);
        assertThat(panic).isPositive();
        assertThat(lines.subList(panic + 1, panic + 3))
                .containsExactly(
                        release.startsWith("2.6")
                                ? "Pid: 1, comm: swapper Not tainted " + release + " #1"
                                : "CPU: 0 PID: 1 Comm: swapper/0 Not tainted " + release + " #1",
                        "Call Trace:");
    }

    @ParameterizedTest
    @CsvSource({"4.18, 0", "4.19, 1"})
    void initIsAnnouncedSince419(String release, int lines) {
        assertThat(initcalls(release, Arch.X86_64).linesWith("Run /sbin/init as init process"))
                .hasSize(lines);
    }

    @Test
    void aKernelThatRebootsComesToNoEnd() {
        KernelConfig kernel = KernelConfig.of("6.12", Arch.X86_64);
        assertThat(BootOf.machine(withoutInit(kernel.withCommandLine("panic=10")))
                        .lines())
                .last()
                .isEqualTo("Rebooting in 10 seconds..");
        assertThat(BootOf.machine(withoutInit(kernel.withCommandLine("panic=-1")))
                        .lines())
                .last()
                .asString()
                .startsWith("Kernel Offset: ");
    }

    private static Machine withoutInit(KernelConfig kernel) {
        return new Machine(
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
                List.of(),
                List.of(),
                null,
                new Machine.Ending(null, null, null, null, null),
                List.of(),
                null);
    }

    private static BootOf modules(String release, Fault fault) {
        InitFunction led = InitFunction.of(InitcallMacro.MODULE_INIT, "led_init", Nanos.ZERO)
                .asModule();
        InitFunction broken = InitFunction.of(InitcallMacro.MODULE_INIT, "broken_init", Nanos.ZERO)
                .asModule()
                .failingBy(fault);
        return BootOf.machine(BootOf.machine(
                KernelConfig.of(release, Arch.X86_64),
                List.of(led, broken),
                List.of(),
                List.of(
                        new ModuleLoad("led", Nanos.ZERO, 1, null, Build.OUT_OF_TREE),
                        new ModuleLoad("broken", Nanos.ZERO, 1, null, null))));
    }

    private static InitFunction failing(String name, int returns, Fault fault) {
        return InitFunction.of(InitcallMacro.MODULE_INIT, name, Nanos.ZERO)
                .returning(returns)
                .failingBy(fault);
    }

    private static BootOf initcalls(String release, Arch arch, InitFunction... calls) {
        return unsized(
                BootOf.machine(BootOf.machine(KernelConfig.of(release, arch), List.of(calls), List.of(), List.of())));
    }

    /** The same with each function 17 bytes long. */
    private static BootOf unsized(BootOf boot) {
        return new BootOf(
                boot.lines().stream()
                        .map(line -> line.replaceAll("_init\\+0x0/0x[0-9a-f]+", "_init+0x0/0x11"))
                        .toList(),
                boot.truth());
    }

    private static Arch arch(String name) {
        for (Arch arch : Arch.values()) {
            if (arch.toString().equals(name)) {
                return arch;
            }
        }
        throw new IllegalArgumentException(name);
    }
}

package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.ModuleLoad;
import io.bootledger.simulator.machine.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against real logs: 5.10, 6.1 and 6.16 oopsed at their init, 6.10 and 6.11 elsewhere. */
class ComplaintsTest {
    @ParameterizedTest
    @CsvSource({
        "3.9, 'Oops: 0000 [#1] SMP ', 'Pid: 1, comm: swapper/0 Not tainted 3.9 #1  '",
        "4.14, Oops: 0000 [#1] SMP, CPU: 0 PID: 1 Comm: swapper/0 Not tainted 4.14 #1",
        "5.10, Oops: 0000 [#1] SMP NOPTI, CPU: 0 PID: 1 Comm: swapper/0 Not tainted 5.10 #1",
        "6.1, Oops: 0000 [#1] PREEMPT SMP NOPTI, CPU: 0 PID: 1 Comm: swapper/0 Not tainted 6.1 #1",
        "6.10, Oops: Oops: 0000 [#1] PREEMPT SMP NOPTI, CPU: 0 PID: 1 Comm: swapper/0 Not tainted 6.10 #1",
        "6.11, Oops: Oops: 0000 [#1] PREEMPT SMP NOPTI, CPU: 0 UID: 0 PID: 1 Comm: swapper/0 Not tainted 6.11 #1",
        "6.16, Oops: Oops: 0000 [#1] SMP NOPTI, 'CPU: 0 UID: 0 PID: 1 Comm: swapper/0 Not tainted 6.16 #1 PREEMPT(voluntary) '"
    })
    void anOopsIsToldAsTheVersionTellsIt(String release, String oops, String task) {
        BootOf boot = oops(release, Arch.X86_64);
        assertThat(boot.linesWith("Oops: 0")).containsExactly(oops);
        assertThat(boot.linesWith("omm: swapper/0")).containsExactly(task);
    }

    @ParameterizedTest
    @CsvSource({
        "5.1, 'BUG: unable to handle kernel NULL pointer dereference at 0000000000000054', 0",
        "5.2, 'BUG: kernel NULL pointer dereference, address: 0000000000000054', 2"
    })
    void thePageFaultIsExplainedSince52(String release, String first, int explained) {
        BootOf boot = oops(release, Arch.X86_64);
        assertThat(boot.linesWith("NULL pointer")).containsExactly(first);
        assertThat(boot.linesWith("#PF: ")).hasSize(explained);
    }

    @Test
    void anotherArchitectureSaysNothingOfIntels() {
        BootOf boot = oops("6.1", Arch.ARM64);
        assertThat(boot.linesWith("Unable to handle kernel NULL pointer")).hasSize(1);
        assertThat(boot.lines()).noneMatch(line -> line.startsWith("RIP") || line.startsWith("#PF"));
    }

    @Test
    void aModuleThatOopsesIsNamed() {
        assertThat(module("6.12", Fault.OOPS, 0).linesWith("RIP: "))
                .hasSize(2)
                .allMatch(line -> line.matches("RIP: 0010:buggy_init\\+0x0/0x[0-9a-f]+ \\[buggy]"));
    }

    /** {@code dump_stack}, up to 7.0. */
    @Test
    void aSuspiciousReturnValueIsFollowedByWhoLoads() {
        List<String> lines = module("6.12", null, 245).lines();
        int at = lines.indexOf(
                "do_init_module: 'buggy'->init suspiciously returned 245, it should follow 0/-E convention\n"
                        + "do_init_module: loading module anyway...");
        assertThat(lines.get(at + 1)).startsWith("CPU: 0 UID: 0 PID: 181 Comm: insmod Not tainted 6.12 #1");
        assertThat(lines.get(at + 2)).isEqualTo("Call Trace:");
        assertThat(module("7.0", null, 245).linesWith("Comm: insmod")).hasSize(1);
        assertThat(module("7.1", null, 245).linesWith("Comm: insmod")).isEmpty();
        assertThat(module("7.1", null, 245).linesWith("suspiciously"))
                .containsExactly("buggy: init suspiciously returned 245, it should follow 0/-E convention");
    }

    private static BootOf oops(String release, Arch arch) {
        InitFunction bad = InitFunction.of(InitcallMacro.CORE_INITCALL, "bad_init", Nanos.ZERO)
                .failingBy(Fault.OOPS);
        return BootOf.machine(BootOf.machine(KernelConfig.of(release, arch), List.of(bad), List.of(), List.of()));
    }

    private static BootOf module(String release, Fault fault, int returns) {
        InitFunction buggy = InitFunction.of(InitcallMacro.MODULE_INIT, "buggy_init", Nanos.ZERO)
                .asModule()
                .failingBy(fault)
                .returning(returns);
        return BootOf.machine(BootOf.machine(
                KernelConfig.of(release, Arch.X86_64),
                List.of(buggy),
                List.of(),
                List.of(new ModuleLoad("buggy", Nanos.ZERO, 1, null, null))));
    }
}

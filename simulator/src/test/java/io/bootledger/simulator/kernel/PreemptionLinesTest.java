package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Nanos;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an oops says of how its kernel is preempted. */
class PreemptionLinesTest {
    private static final InitFunction BAD =
            InitFunction.of(InitcallMacro.CORE_INITCALL, "bad_init", Nanos.ZERO).failingBy(Fault.OOPS);

    /** How the kernel is preempted stands in the first line up to 6.14, and since then behind the release. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.10 | X86_64 | #1 SMP PREEMPT Fri | Oops: 0000 [#1] PREEMPT SMP NOPTI |",
                "5.10 | ARM64 | #1 SMP PREEMPT Fri | Internal error: Oops: 96000004 [#1] PREEMPT SMP |",
                "6.12 | ARM64 | #1 SMP PREEMPT_DYNAMIC Fri | Internal error: Oops: 0000000096000004 [#1] SMP |",
                "6.12 | ARM | #1 SMP PREEMPT_RT Fri | Internal error: Oops: 5 [#1] PREEMPT_RT SMP ARM |",
                "6.18 | ARM64 | #1 SMP PREEMPT Fri | Internal error: Oops: 0000000096000004 [#1]  SMP | PREEMPT",
                "6.18 | ARM | #1 SMP Fri | Internal error: Oops: 5 [#1] SMP ARM | NONE",
                "6.18 | X86_64 | #1 SMP PREEMPT_DYNAMIC Fri | Oops: Oops: 0000 [#1] SMP NOPTI | PREEMPT(voluntary)",
                "7.0 | X86_64 | #1 SMP PREEMPT_DYNAMIC Fri | Oops: Oops: 0000 [#1] SMP NOPTI | PREEMPT(lazy)",
                "6.18 | RISCV64 | #1 SMP PREEMPT_RT Fri | Oops [#1] | PREEMPT_RT"
            })
    void anOopsTellsThePreemption(String release, String arch, String build, String oops, String behind) {
        KernelConfig kernel = new KernelConfig(
                release,
                Arch.valueOf(arch),
                "(a@b) (gcc) " + build,
                0,
                "",
                null,
                null,
                false,
                false,
                false,
                null,
                null,
                0,
                0,
                0,
                null);
        List<String> lines = BootOf.machine(BootOf.machine(kernel, List.of(BAD), List.of(), List.of()))
                .lines();
        assertThat(lines).contains(oops);
        assertThat(lines.stream()
                        .filter(line -> line.contains("Comm: swapper/0"))
                        .findFirst())
                .hasValueSatisfying(line ->
                        assertThat(line).endsWith(behind == null ? release + " #1" : release + " #1 " + behind + " "));
    }
}

package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.Dialect;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.Machine.Initramfs;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.simulator.steps.Step;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.message.MessageTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kernel/params.c}: what is parsed, and how that is told. */
class ParseArgsTest {
    private static final String TOLD = "dyndbg=\"func parse_args +p\" ";

    private static Machine machine(String release, String commandLine) {
        return BootOf.machine(
                        KernelConfig.of(release, Arch.ARM).withCommandLine(commandLine),
                        List.of(
                                InitFunction.of(InitcallMacro.ROOTFS_INITCALL, "populate_rootfs", Nanos.ZERO),
                                InitFunction.of(InitcallMacro.MODULE_INIT, "asks_init", Nanos.ZERO)
                                        .requesting(List.of("foo")),
                                InitFunction.of(InitcallMacro.MODULE_INIT, "foo_init", Nanos.ZERO)
                                        .asModule()),
                        List.of(),
                        List.of())
                .withInitramfs(new Initramfs(100, Nanos.ZERO, null));
    }

    @ParameterizedTest
    @CsvSource({"3.10, early", "4.16, early", "4.17, pure", "7.2, pure"})
    void withDynamicDebugEachLevelAndAModuleTellsWhatItParses(String release, String first) {
        String whole = "initcall_debug " + TOLD + "foo.a=1 quiet foo.b=2";
        List<String> told =
                BootOf.machine(machine(release, TOLD + "foo.a=1 quiet foo.b=2")).linesWith("doing ");
        assertThat(told)
                .hasSize(9)
                .contains("doing foo, parsing ARGS: 'a=1 b=2'")
                .startsWith("doing " + first + ", parsing ARGS: '" + whole + "'")
                .endsWith("doing late, parsing ARGS: '" + whole + "'");
        assertThat(told).allSatisfy(line -> {
            byte[] read = line.getBytes(StandardCharsets.US_ASCII);
            assertThat(new MessageTable().read(read, 0, read.length)).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({"3.2, ''", "6.12, quiet", "6.12, 'dyndbg=\"func parse_one +p\"'", "6.12, 'func parse_args +p'"})
    void withoutItNothingDoes(String release, String commandLine) {
        assertThat(BootOf.machine(machine(release, commandLine)).linesWith("parsing ARGS"))
                .isEmpty();
    }

    @Test
    void aValueThatIsNoneIsSaidAndNotSet() {
        Machine machine = BootOf.machine(
                KernelConfig.of("6.12", Arch.ARM64).withCommandLine("loop.hw_queue_depth=abc"),
                List.of(InitFunction.of(InitcallMacro.MODULE_INIT, "loop_init", Nanos.ZERO)),
                List.of(),
                List.of());
        assertThat(BootOf.machine(machine).linesWith("invalid"))
                .containsExactly("device: `abc' invalid for parameter `loop.hw_queue_depth'");
        List<Step> steps = new ArrayList<>();
        new Simulation(machine).steps(Durations.EXACT, steps::add);
        assertThat(steps)
                .extracting(Step::does)
                .contains("cannot set loop.hw_queue_depth=abc, of 'initcall_debug loop.hw_queue_depth=abc'");
    }

    /** {@code initcall_level_names} of 3.4 are {@code early parameters} and so on. */
    @ParameterizedTest
    @CsvSource({"3.4, device parameters", "3.5, device"})
    void aLevelIsCalledAsTheVersionCallsIt(String release, String level) {
        assertThat(new Dialect(KernelConfig.of(release, Arch.X86_64)).levelName(InitcallLevel.DEVICE))
                .isEqualTo(level);
    }

    @Test
    void theStepsTellItEitherWay() {
        List<Step> steps = new ArrayList<>();
        new Simulation(machine("6.12", "ro foo.a=1")).steps(Durations.EXACT, steps::add);
        assertThat(steps.stream().filter(step -> step.function().equals("parse_args")))
                .extracting(Step::does)
                .contains("finds no parameter of the level in 'initcall_debug ro foo.a=1'", "sets a=1");
    }
}

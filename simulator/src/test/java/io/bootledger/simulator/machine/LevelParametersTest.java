package io.bootledger.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.scenario.Scenarios;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelParametersTest {
    private static final InitFunction LOOP = InitFunction.of(InitcallMacro.MODULE_INIT, "loop_init", Nanos.ZERO);
    private static final InitFunction MMIO = InitFunction.of(InitcallMacro.MODULE_INIT, "virtio_mmio_init", Nanos.ZERO);

    private static LevelParameters of(String release, String commandLine, InitFunction... functions) {
        return new LevelParameters(Scenarios.builtIn("primer")
                .machine()
                .withInitcalls(List.of(functions), List.of())
                .withKernel(KernelConfig.of(release, Arch.X86_64).withCommandLine(commandLine)));
    }

    @ParameterizedTest
    @CsvSource({"5.15, 0", "5.19, 1", "6.12, 1", "7.2, 1"})
    void aVersionHasItsOwn(String release, int words) {
        assertThat(of(release, "console=ttyS0 loop.hw-queue-depth=64 quiet", LOOP)
                        .words(InitcallLevel.DEVICE))
                .hasSize(words);
    }

    @Test
    void onlyWhatIsBuiltInHasParametersInTheKernel() {
        assertThat(of("6.12", "loop.hw_queue_depth=64", LOOP.asModule()).words(InitcallLevel.DEVICE))
                .isEmpty();
        assertThat(of("6.12", "loop.hw_queue_depth=64 loop.max_loop=8", LOOP.asModule())
                        .wordsFor("loop"))
                .containsExactly("hw_queue_depth=64", "max_loop=8");
    }

    @Test
    void theyAreSetAtTheirLevelInTheOrderOfTheCommandLine() {
        LevelParameters parameters =
                of("6.12", "loop.hw_queue_depth=1 virtio_mmio.device=4K@0x1001e000:74 loop.max_loop=8", LOOP, MMIO);
        for (InitcallLevel level : InitcallLevel.values()) {
            assertThat(parameters.words(level))
                    .as(level.toString())
                    .isEqualTo(
                            level == InitcallLevel.DEVICE
                                    ? List.of("loop.hw_queue_depth=1", "virtio_mmio.device=4K@0x1001e000:74")
                                    : List.of());
        }
    }
}

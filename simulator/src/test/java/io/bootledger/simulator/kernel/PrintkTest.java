package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.Console;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrintkTest {
    private static final List<InitFunction> MANY = IntStream.range(0, 100)
            .mapToObj(
                    index -> InitFunction.of(InitcallMacro.CORE_INITCALL, "foo" + index + "_init", Nanos.ofMicros(10)))
            .toList();

    private static Machine machine(int bufferKib, Console console) {
        KernelConfig kernel = new KernelConfig(
                BootOf.RELEASE,
                Arch.ARM64,
                null,
                0,
                "",
                null,
                null,
                false,
                false,
                false,
                null,
                null,
                bufferKib,
                0,
                0,
                null);
        List<InitFunction> initcalls = new ArrayList<>(MANY);
        initcalls.add(InitFunction.of(InitcallMacro.CONSOLE_INITCALL, "con_init", Nanos.ZERO));
        return new Machine(
                null, kernel, 1, "tsc", console, null, null, null, null, null, initcalls, null, null, null, null, null);
    }

    @Test
    void aSmallBufferLosesItsHeadAndKeepsTheNumbersOfTheRest() {
        List<RecordedEvent> kept = new ArrayList<>();
        BootTruth truth = new Simulation(machine(4, null)).boot(Durations.EXACT, kept::add);
        assertThat(kept.get(0).sequence()).isPositive();
        assertThat(truth.initcalls()).hasSizeBetween(10, 40);
        assertThat(truth.initcalls())
                .last()
                .extracting(BootTruth.Initcall::function)
                .isEqualTo("foo99_init");
    }

    @Test
    void printingOnASlowConsoleCostsMoreThanTheWork() {
        long quick = BootOf.machine(machine(0, null)).truth().milestones().initStartedUs();
        long slow = BootOf.machine(machine(0, new Console("ttyS0", 115_200, 8, null, false)))
                .truth()
                .milestones()
                .initStartedUs();
        assertThat(slow).isGreaterThan(quick + 100 * 2 * 50 * 86L);
    }

    @Test
    void aQuietConsoleCostsNothing() {
        long none = BootOf.machine(machine(0, null)).truth().milestones().initStartedUs();
        long quiet = BootOf.machine(machine(0, new Console("ttyS0", 9_600, 1, null, false)))
                .truth()
                .milestones()
                .initStartedUs();
        assertThat(quiet).isBetween(none, none + 10);
    }
}

package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.Console;
import io.bootledger.simulator.machine.Device;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.simulator.machine.Says;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processors whose clocks differ, and tasks on them that print on one console. */
class SeveralCpusTest {
    private static final int LINES = 20;
    private static final String LINE = "acme: this device has something to say";
    private static final long ONE_LINE = console(true).nanos(17 + LINE.length());
    private static final Nanos STEP = Nanos.ofMicros(1_500);

    /** One device talks on a worker while the boot thread goes through short init functions, which talk too. */
    private static Machine machine(String release, Console console, Nanos... clocks) {
        List<InitFunction> initcalls = new ArrayList<>();
        initcalls.add(InitFunction.of(InitcallMacro.CONSOLE_INITCALL, "con_init", Nanos.ZERO));
        initcalls.add(InitFunction.of(InitcallMacro.FS_INITCALL, "clocksource_done_booting", Nanos.ZERO));
        initcalls.add(InitFunction.of(InitcallMacro.DEVICE_INITCALL, "acme_init", Nanos.ZERO)
                .probingAsync("acme"));
        IntStream.range(0, 50)
                .mapToObj(index -> InitFunction.of(InitcallMacro.LATE_INITCALL, "foo" + index + "_init", STEP)
                        .saying(List.of(new Says(Nanos.ofMicros(100), 6, "foo: hello"))))
                .forEach(initcalls::add);
        List<Says> says = Collections.nCopies(LINES, new Says(Nanos.ofMillis(15), 6, LINE));
        Device device = new Device("acme.0", null, "acme", null, Nanos.ofMillis(320), 0, List.of(), false, false, says);
        return new Machine(
                null,
                KernelConfig.of(release, Arch.ARM64),
                3,
                "arch_sys_counter",
                console,
                null,
                null,
                null,
                null,
                null,
                initcalls,
                List.of(device),
                null,
                null,
                null,
                List.of(clocks));
    }

    private static Console console(boolean contended) {
        return new Console("ttyS0", 115_200, 8, null, contended);
    }

    private static List<RecordedEvent> log(Machine machine) {
        List<RecordedEvent> log = new ArrayList<>();
        new Simulation(machine).boot(Durations.EXACT, log::add);
        return log;
    }

    private static long micros(RecordedEvent record) {
        return Objects.requireNonNull(record.time()).micros();
    }

    private static List<BootEvent> events(List<RecordedEvent> log) {
        return log.stream().map(RecordedEvent::event).toList();
    }

    private static long end(BootOf boot) {
        return Objects.requireNonNull(boot.truth().milestones().initMemoryFreedUs());
    }

    private static long took(BootOf boot) {
        return boot.truth().initcalls().stream()
                .filter(call -> call.function().startsWith("foo"))
                .mapToLong(call -> Objects.requireNonNull(call.trueNanos()))
                .sum();
    }

    @Test
    void aLineCarriesTheClockOfItsProcessorAndNothingElseChanges() {
        List<RecordedEvent> alike = log(machine("6.12", null));
        List<RecordedEvent> differing = log(machine("6.12", null, Nanos.ofMillis(3), Nanos.ofMillis(700)));
        assertThat(events(differing)).isEqualTo(events(alike));
        int back = 0;
        for (int at = 0; at < alike.size(); at++) {
            boolean boot = Objects.requireNonNull(alike.get(at).caller()).id() <= 1;
            assertThat(micros(differing.get(at)) - micros(alike.get(at)))
                    .isIn(boot ? List.of(0L) : List.of(3_000L, 700_000L));
            back += at > 0 && micros(differing.get(at)) < micros(differing.get(at - 1)) ? 1 : 0;
        }
        assertThat(back).isGreaterThan(5);
    }

    @Test
    void aMachineHasNoMoreClocksThanProcessors() {
        assertThatThrownBy(() -> machine("6.12", null, STEP, STEP, STEP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cpu_clocks has 3 of them, and there are 2 processors beside the first");
    }

    /** The boot takes longer by all that the other prints, and so do the init functions in which that is sent. */
    @ParameterizedTest
    @ValueSource(strings = {"4.14", "4.15"})
    void whoHoldsTheConsoleSendsWhatOthersPrint(String release) {
        BootOf apart = BootOf.machine(machine(release, console(false)));
        BootOf contended = BootOf.machine(machine(release, console(true)));
        assertThat(end(contended) - end(apart)).isBetween((LINES - 2) * ONE_LINE / 1_000, LINES * ONE_LINE / 1_000);
        assertThat(took(contended) - took(apart)).isBetween(2 * ONE_LINE, LINES * ONE_LINE);
    }

    /** It takes longer by what is left of the other's line whenever it prints; a line tells the end of the probe, too. */
    @ParameterizedTest
    @ValueSource(strings = {"4.16", "7.2"})
    void whoWaitsForTheConsoleTakesItOver(String release) {
        BootOf apart = BootOf.machine(machine(release, console(false)));
        BootOf contended = BootOf.machine(machine(release, console(true)));
        assertThat(end(contended) - end(apart)).isBetween(2 * ONE_LINE / 1_000, (LINES + 2) * ONE_LINE / 1_000);
        assertThat(took(contended) - took(apart)).isBetween(ONE_LINE, LINES * ONE_LINE);
    }

    @ParameterizedTest
    @CsvSource({"4.14, 0", "7.2, 0", "4.14, 115200", "7.2, 115200"})
    void theLinesAreTheSame(String release, int baud) {
        Console alone = new Console("ttyS0", baud, 8, null, false);
        Console contended = new Console("ttyS0", baud, 8, null, true);
        assertThat(BootOf.machine(machine(release, contended)).lines().stream().map(SeveralCpusTest::untimed))
                .containsExactlyInAnyOrderElementsOf(BootOf.machine(machine(release, alone)).lines().stream()
                        .map(SeveralCpusTest::untimed)
                        .toList());
    }

    private static String untimed(String line) {
        return line.replaceAll(" after [0-9]+ usecs", "");
    }
}

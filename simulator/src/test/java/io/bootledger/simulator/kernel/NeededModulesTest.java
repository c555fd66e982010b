package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.scenario.Scenarios;
import io.bootledger.simulator.steps.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules that use the symbols of others: {@code base}, which takes 40 ms, is needed by {@code middle}, and that by {@code top}. */
class NeededModulesTest {
    private static Machine machine(String release, String from, String to) throws IOException {
        String json = Files.readString(Path.of("src/test/resources/io/bootledger/simulator/depends.json"));
        Machine machine =
                Scenarios.parse("depends.json", json.replace(from, to)).machine();
        return machine.withKernel(KernelConfig.of(release, machine.kernel().arch()));
    }

    private static List<String> calls(BootOf boot) {
        return boot.linesWith("calling ").stream()
                .filter(line -> line.contains(" ["))
                .map(line -> line.split("[ _]+")[1])
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.6.32", "3.2", "3.10", "6.12"})
    void whatAModuleNeedsIsLoadedFirst(String release) throws IOException {
        BootOf boot =
                BootOf.machine(machine(release, "{\"module\": \"base\", \"after\": \"10ms\", \"loader\": 1},", ""));
        assertThat(calls(boot)).containsExactly("base", "middle", "top");
    }

    /** Up to 3.6 {@code modprobe} is told that it is there, and the kernel waits where it looks for the symbols. */
    @ParameterizedTest
    @CsvSource({
        "2.6.32, wait_event_interruptible_timeout",
        "3.6, wait_event_interruptible_timeout",
        "3.7, wait_event_interruptible",
        "6.12, idempotent_wait_for_completion"
    })
    void whatIsOnItsWayIsWaitedFor(String release, String wait) throws IOException {
        Machine machine = machine(release, "", "");
        BootOf boot = BootOf.machine(machine);
        assertThat(calls(boot)).containsExactly("base", "middle", "top");
        assertThat(boot.call("middle_init").startUs())
                .isGreaterThanOrEqualTo(boot.call("base_init").endUs());
        List<Step> steps = new ArrayList<>();
        new Simulation(machine).steps(Durations.EXACT, steps::add);
        assertThat(steps).extracting(Step::function).containsOnlyOnce(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.2", "6.12"})
    void whereOneFailsTheOthersAreNotLoaded(String release) throws IOException {
        BootOf boot = BootOf.machine(machine(release, "\"takes\": \"40ms\"", "\"takes\": \"40ms\", \"returns\": -19"));
        assertThat(calls(boot)).containsOnly("base");
        assertThat(boot.truth().unseenModules())
                .extracting(BootTruth.UnseenModule::module)
                .contains("middle", "top");
    }

    @Test
    void upTo36TheKernelGivesUpAfterHalfAMinute() throws IOException {
        BootOf boot = BootOf.machine(machine("3.2", "\"takes\": \"40ms\"", "\"takes\": \"40ms\", \"fault\": \"hang\""));
        assertThat(boot.lines())
                .endsWith(
                        "middle: gave up waiting for init of module base.",
                        "middle: Unknown symbol base_exported (err -16)");
    }

    @ParameterizedTest
    @CsvSource({
        "base, bass, 'depmod: middle depends on bass, and no initcall is of a module of that name (config: m)'",
        "base, top, depmod: cycle detected: top -> middle -> top"
    })
    void whatCannotBeLoadedFirstIsRefused(String from, String to, String message) {
        assertThatThrownBy(() -> machine("6.12", "[\"" + from + "\"]", "[\"" + to + "\"]"))
                .hasMessageContaining(message);
    }

    private static String chain(int length) {
        StringBuilder initcalls = new StringBuilder();
        for (int at = length - 1; at >= 0; at--) {
            String needs = at == 0 ? "" : "\"m" + (at - 1) + "\", \"m" + Math.max(0, at - 2) + "\"";
            initcalls.append(
                    "{\"macro\": \"module_init\", \"function\": \"m%d_init\", \"config\": \"m\", \"depends\": [%s]},"
                            .formatted(at, needs));
        }
        return "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"initcalls\": [" + initcalls + "]}}";
    }

    /** However often one is needed it is looked at once, and no chain is longer than the stack. */
    @Test
    void manyModulesThatNeedEachOtherAreNoHindrance() {
        assertThat(Scenarios.parse("x", chain(90)).machine().initcalls()).hasSize(90);
        assertThatThrownBy(() -> Scenarios.parse("x", chain(20_000)))
                .hasMessageContaining("more than 100 modules in a row depend on each other");
        assertThatThrownBy(() -> Scenarios.parse("x", chain(3_000).replace("depends", "requests")))
                .hasMessageContaining("more than 100 modules in a row request or depend on each other");
        assertThat(Scenarios.parse("x", chain(90).replace("depends", "requests"))
                        .machine()
                        .initcalls())
                .hasSize(90);
    }
}

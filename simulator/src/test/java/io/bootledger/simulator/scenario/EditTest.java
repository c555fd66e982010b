package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditTest {
    private static final Scenario QUIET = quiet();

    private static Scenario quiet() {
        Scenario vm = Scenarios.builtIn("cloud-vm");
        return new Scenario(vm.title(), vm.machine(), Noise.NONE, null);
    }

    private static Prediction after(String... changes) {
        Scenario changed = QUIET;
        for (String change : changes) {
            changed = Edit.parse(change).apply(changed);
        }
        return Prediction.of(QUIET, changed, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "initcall.acpi_init.duration=+20ms, 20000",
        "initcall.acpi_init.duration=4ms, -20000",
        "initcall.acpi_init.duration=x2, 24000",
        "initcall.acpi_init.faster=50%, -12000",
        "initcall.acpi_init.faster=100%, -24000"
    })
    void aChangeOfATimeChangesTheBootByAsMuch(String change, long micros) {
        Prediction prediction = after(change);
        assertThat(prediction.afterUs() - prediction.beforeUs()).isBetween(micros - 5, micros + 5);
    }

    @ParameterizedTest
    @CsvSource({
        "initcall.acpi_init.remove",
        "initcall.acpi_init.blacklist",
        "initcall.acpi_init.module",
        "initcall.acpi_init.async"
    })
    void whatLeavesTheMainThreadMakesInitStartEarlier(String change) {
        Prediction prediction = after(change);
        assertThat(prediction.beforeUs() - prediction.afterUs()).isGreaterThan(20_000);
        assertThat(prediction.sentence()).contains(" instead of ").endsWith(" earlier");
    }

    @Test
    void aProbeBesideTheUnpackingOfTheInitramfsCostsNothingUntilItTakesLonger() {
        Prediction little = after("device.virtio0.duration=+4ms");
        Prediction much = after("device.virtio0.duration=+200ms");
        assertThat(little.afterUs()).isEqualTo(little.beforeUs());
        assertThat(much.afterUs() - much.beforeUs()).isBetween(100_000L, 200_000L);
    }

    @Test
    void aBootThatIsMadeToHangNeverReachesInit() {
        assertThat(after("initcall.acpi_init.fault=hang").sentence()).isEqualTo("init never starts any more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acpi_init.faster | not a change: \"acpi_init.faster\"; expected initcall.NAME.",
                "initcall.no_such_init.remove | the machine has no initcall no_such_init",
                "initcall.acpi_init.colour=red | an initcall has no \"colour\" to change; expected",
                "initcall.acpi_init.fault=foo | initcall.acpi_init.fault=foo: no fault is called \"foo\"; expected one of hang, oops, irqs_off, preempt, preempt_and_irqs_off",
                "initcall.acpi_init.fault= | no fault is called \"\"",
                "initcall.acpi_init.returns=99999999999 | not a whole number that fits an int: \"99999999999\"",
                "initcall.acpi_init.duration=soon | not a duration: \"soon\"; expected a number and a unit"
            })
    void aChangeThatCannotBeMadeIsRefused(String change, String message) {
        assertThatThrownBy(() -> Edit.parse(change).apply(QUIET))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(message)
                .hasMessageNotContainingAny("bootledger", "java", "For input");
    }
}

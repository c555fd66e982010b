package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.simulator.kernel.BootTruth;
import java.io.IOException;
import java.util.List;
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

    /** Its devices are found when it binds, and so are theirs: within the probe that finds them, as their drivers are there already. */
    @Test
    void aBusWhoseDriverBecomesAModuleBindsItsDevicesWhenThatIsLoaded() throws IOException {
        Scenario changed = Edit.parse("initcall.virtio_pci_driver_init.module").apply(QUIET);
        BootTruth truth = new ScenarioLog(changed).run(1, record -> {}, event -> {});
        List<String> bound = truth.probes().stream()
                .filter(probe -> probe.outcome().equals("ok"))
                .map(BootTruth.Probe::device)
                .toList();
        assertThat(bound).containsSubsequence("virtio0", "0000:00:04.0");
    }

    @Test
    void thePercentageIsRounded() {
        assertThat(new Prediction(100_000L, 98_610L).sentence()).contains("(1.4 %) earlier");
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
                "initcall.acpi_init.module=5 | initcall.acpi_init.module=5: module takes no value",
                "initcall.acpi_init.faster=150% | nothing is more than 100% faster: \"150%\"",
                "initcall.acpi_init.duration=-30ms | it takes 24ms, which is less than 30ms",
                "initcall.acpi_init.duration=\u0665ms | not a duration",
                "initcall.acpi_init.duration=x\u0665 | not a whole number",
                "initcall.acpi_init.returns=\u0665 | not a whole number that fits an int",
                "initcall..module | not a change: \"initcall..module\"",
                "initcall.populate_rootfs.module | populate_rootfs is part of the kernel itself (rootfs_initcall), no driver that can be a module",
                "device.virtio0.async=1 | async takes no value",
                "'cmdline=a\nb' | command_line has a line break",
                "initcall.acpi_init.duration=soon | not a duration: \"soon\"; expected a number and a unit"
            })
    void aChangeThatCannotBeMadeIsRefused(String change, String message) {
        assertThatThrownBy(() -> Edit.parse(change).apply(QUIET))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(message)
                .hasMessageNotContainingAny("bootledger", "java", "For input");
    }
}

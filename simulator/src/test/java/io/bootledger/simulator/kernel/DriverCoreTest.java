package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.Device;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriverCoreTest {
    private static final InitFunction RETRIES =
            InitFunction.of(InitcallMacro.LATE_INITCALL, "deferred_probe_initcall", Nanos.ZERO);

    private static InitFunction driver(String name) {
        return new InitFunction(
                InitcallMacro.MODULE_INIT,
                name + "_init",
                null,
                null,
                null,
                null,
                0,
                0,
                null,
                null,
                0,
                null,
                name,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Device device(String name, String driver, boolean async, String... needs) {
        return new Device(name, null, driver, null, Nanos.ofMillis(2), 0, List.of(needs), false, async, null);
    }

    private static BootOf boot(List<Device> devices, InitFunction... initcalls) {
        return BootOf.machine(
                BootOf.machine(KernelConfig.of(BootOf.RELEASE, Arch.ARM64), List.of(initcalls), devices, List.of()));
    }

    @Test
    void aProbeRunsInsideTheInitcallThatRegistersItsDriver() {
        BootOf boot = boot(List.of(device("dev0", "foo", false)), driver("foo"));
        assertThat(boot.lines().stream().filter(line -> line.contains("foo_init") || line.contains("dev0")))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("probe of dev0 returned 0 after ");
    }

    @Test
    void aDeviceThatComesBeforeItsSupplierIsProbedAgainByTheLateInitcall() {
        BootOf boot = boot(
                List.of(device("screen", "a", false, "rail"), device("rail", "b", false)),
                driver("a"),
                driver("b"),
                RETRIES);
        assertThat(boot.truth().probes().stream().map(probe -> probe.device() + " " + probe.outcome()))
                .containsExactly("screen deferred", "rail ok", "screen ok");
        assertThat(boot.call("deferred_probe_initcall").trueNanos()).isGreaterThan(2_000_000);
        assertThat(boot.truth().pending()).isEmpty();
    }

    @Test
    void devicesThatWaitForEachOtherAreListedWhenTheTimeoutFires() {
        BootOf boot =
                boot(List.of(device("hen", "a", false, "egg"), device("egg", "a", false, "hen")), driver("a"), RETRIES);
        assertThat(boot.truth().pending()).containsExactly("hen", "egg");
        assertThat(boot.linesWith("deferred probe pending")).hasSize(2);
    }

    @Test
    void anAsyncProbeCostsItsInitcallNothingAndIsWaitedForAtTheEnd() {
        BootOf boot = boot(List.of(device("disk", "a", true)), driver("a"));
        assertThat(boot.call("a_init").trueNanos()).isLessThan(1_000_000);
        long probed = boot.truth().probes().get(0).endUs();
        assertThat(boot.truth().milestones().initMemoryFreedUs()).isGreaterThanOrEqualTo(probed);
    }

    private static Device below(String parent, String name, String driver) {
        return new Device(name, "virtio", driver, parent, Nanos.ofMillis(2), 0, List.of(), false, false, null);
    }

    private static List<String> probes(BootOf boot) {
        return boot.truth().probes().stream()
                .map(probe -> probe.device() + " " + probe.outcome())
                .toList();
    }

    /** Not deferred: nobody knows of it before its parent is bound. */
    @Test
    void aDeviceThatAnotherOnesProbeFindsIsNotThereBefore() {
        List<Device> devices = List.of(device("pci0", "pci", false), below("pci0", "virtio0", "blk"));
        assertThat(probes(boot(devices, driver("pci"), driver("blk"), RETRIES)))
                .containsExactly("pci0 ok", "virtio0 ok");
        BootOf childFirst = boot(devices, driver("blk"), driver("pci"), RETRIES);
        assertThat(probes(childFirst)).containsExactly("virtio0 ok", "pci0 ok");
        assertThat(childFirst.linesWith("blk_init+"))
                .last()
                .asString()
                .matches("initcall blk_init\\+\\S+ returned 0 after 0 usecs");
    }

    @Test
    void belowAParentThatIsNotBoundThereIsNothing() {
        Device failing = new Device("pci0", null, "pci", null, Nanos.ofMillis(2), -5, List.of(), false, false, null);
        BootOf boot = boot(List.of(failing, below("pci0", "virtio0", "blk")), driver("pci"), driver("blk"), RETRIES);
        assertThat(probes(boot)).containsExactly("pci0 failed");
        assertThat(boot.truth().pending()).isEmpty();
    }
}

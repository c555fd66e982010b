package io.bootledger.analyzer.probes;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.Story;
import org.junit.jupiter.api.Test;

class DeferralTest {
    @Test
    void aDeferredDeviceWaitsForTheOneThatWasBoundBeforeIt() {
        Story boot = Story.ofKernel("6.1.0")
                .at(1_000)
                .probe("panel", 517, 40)
                .at(2_000)
                .probe("panel", -517, 60)
                .at(2_500)
                .probe("backlight", 0, 100)
                .at(3_000)
                .probe("panel", 0, 200);

        assertThat(boot.analysis().accounting().deferrals())
                .containsExactly(new Deferral("panel", 2, 100, 1_000L, 1_800L, 3_000L, "backlight"));
    }

    @Test
    void aDeviceThatNeverGetsItsSupplierIsPending() {
        Story boot = Story.ofKernel("6.1.0")
                .at(1_000)
                .probe("panel", 517, 40)
                .at(2_500)
                .probe("backlight", 0, 100);

        assertThat(boot.analysis().accounting().deferrals())
                .containsExactly(new Deferral("panel", 1, 40, 1_000L, null, null, null));
    }

    @Test
    void deferredProbesOfWorkersAreInsideTheCallThatWaitsForThem() {
        Story boot = Story.ofKernel("6.12.0")
                .at(1_000)
                .by(1)
                .calling("deferred_probe_initcall", 1)
                .at(5_000)
                .by(42)
                .probe("mmc0", 0, 3_000)
                .at(5_100)
                .by(1)
                .returned("deferred_probe_initcall", 0, 4_090);

        Nesting nesting = boot.analysis().accounting().nesting();

        assertThat(nesting.parents()).containsExactly(new Nesting.Parent(Nesting.Parent.Kind.INITCALL, 0));
    }

    @Test
    void aProbeOfAnotherTaskIsNotInsideTheCallThatHappensToRun() {
        Story boot = Story.ofKernel("6.12.0")
                .at(1_000)
                .by(1)
                .calling("pci_init", 1)
                .at(5_000)
                .by(42)
                .probe("mmc0", 0, 3_000)
                .at(5_100)
                .by(1)
                .returned("pci_init", 0, 4_090);

        assertThat(boot.analysis().accounting().nesting().parents()).containsOnlyNulls();
    }
}

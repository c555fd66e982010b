package io.bootledger.analyzer.probes;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.traces.event.call.DeferralExplained;
import java.util.List;
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
                .containsExactly(new Deferral(
                        "panel",
                        2,
                        100,
                        1_000L,
                        1_800L,
                        3_000L,
                        Deferral.Code.SUPPLIER,
                        2_000L,
                        2_800L,
                        false,
                        List.of("backlight"),
                        null,
                        CauseEvidence.LIKELY));
    }

    @Test
    void aDeviceThatNeverGetsItsSupplierIsPending() {
        Story boot = Story.ofKernel("6.1.0")
                .at(1_000)
                .probe("panel", 517, 40)
                .at(2_500)
                .probe("backlight", 0, 100);

        assertThat(boot.analysis().accounting().deferrals())
                .containsExactly(new Deferral(
                        "panel",
                        1,
                        40,
                        1_000L,
                        null,
                        null,
                        Deferral.Code.DRIVER,
                        1_000L,
                        null,
                        false,
                        List.of(),
                        null,
                        CauseEvidence.UNKNOWN));
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

    @Test
    void beforeTheBarrierNobodyTriesAgainWhoeverWasBound() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(1_000)
                .probe("panel", -517, 40)
                .at(2_000)
                .probe("regulator", 0, 100)
                .at(900_000)
                .calling("deferred_probe_initcall", 1)
                .at(910_000)
                .probe("panel", 0, 5_000)
                .at(911_000)
                .returned("deferred_probe_initcall", 0, 10_900);

        Deferral panel = boot.analysis().accounting().deferrals().get(0);

        assertThat(panel.barrier()).isTrue();
        assertThat(panel.candidates()).containsExactly("regulator");
    }

    @Test
    void whatBeganAfterTheRetryOrMadeTheDeviceIsNoCandidate() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(2_000)
                .probe("panel", -517, 40)
                .at(2_100)
                .probe("soc-regulator", 0, 1_000)
                .at(3_000)
                .probe("gpio", 0, 100)
                .at(4_000)
                .probe("clock", 0, 100)
                .at(4_500)
                .probe("panel.regulator", 0, 200)
                .at(5_000)
                .probe("panel", 0, 900);

        Deferral panel = boot.analysis().accounting().deferrals().get(0);

        assertThat(panel.candidates()).containsExactly("gpio", "clock");
        assertThat(panel.evidence()).isEqualTo(CauseEvidence.POSSIBLE);
    }

    @Test
    void theKernelsOwnReasonIsStated() {
        Story boot = Story.ofKernel("6.12.0")
                .at(2_000)
                .then(new DeferralExplained("platform panel", "supplier gpio not ready"))
                .probe("panel", -517, 40);

        Deferral panel = boot.analysis().accounting().deferrals().get(0);

        assertThat(panel.stated()).isEqualTo("supplier gpio not ready");
        assertThat(panel.evidence()).isEqualTo(CauseEvidence.STATED);
    }
}

package io.bootledger.analyzer.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.Story;
import io.bootledger.traces.event.call.DeferralExplained;
import io.bootledger.traces.event.machine.InitProcessStarted;
import org.junit.jupiter.api.Test;

class SupplierGainTest {
    /** A panel that needs a clock: tried in vain for 400 us, and bound by a worker in 900 us while the boot thread waits for that. */
    private static Story deferringBoot() {
        return Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(2_000)
                .probe("panel", -517, 400)
                .at(4_000)
                .calling("deferred_probe_initcall", 1)
                .at(5_000)
                .probe("clock", 0, 100)
                .at(6_000)
                .probe("panel", 0, 900)
                .at(6_100)
                .returned("deferred_probe_initcall", 0, 2_100);
    }

    @Test
    void aSupplierThatIsThereInTimeSavesTheTriesInVainAndTheWait() {
        BootAnalysis boot =
                deferringBoot().at(7_000).then(new InitProcessStarted("/init")).analysis();

        WhatIf earlier = supplier(boot, "clock");

        assertThat(earlier.gainLowUs()).isEqualTo(-900);
        assertThat(earlier.gainHighUs()).isEqualTo(900 + 400);
        assertThat(earlier.nextBarrier()).isEqualTo("deferred_probe_initcall");
    }

    @Test
    void ofSeveralSuppliersOnlyTheOneThatTheKernelNamesIsTold() {
        Story two = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(2_000)
                .probe("panel", -517, 400)
                .at(5_000)
                .probe("20a4000.gpio", 0, 100)
                .at(5_200)
                .probe("clock", 0, 100)
                .at(7_000)
                .probe("panel", 0, 900)
                .at(7_100);
        assertThat(two.then(new InitProcessStarted("/init"))
                        .analysis()
                        .accounting()
                        .whatIfs())
                .noneMatch(change -> change.action() == Action.SUPPLIER);

        BootAnalysis named = two.then(
                        new DeferralExplained("platform panel", "wait for supplier /soc/gpio@20a4000/pin@1"))
                .analysis();
        assertThat(supplier(named, "20a4000.gpio").gainHighUs()).isPositive();
    }

    @Test
    void ofADeviceThatWaitedForTheBarrierNoSupplierIsTold() {
        BootAnalysis boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(2_000)
                .probe("panel", -517, 400)
                .at(3_000)
                .probe("clock", 0, 100)
                .at(4_000)
                .calling("deferred_probe_initcall", 1)
                .at(6_000)
                .probe("panel", 0, 900)
                .at(6_100)
                .returned("deferred_probe_initcall", 0, 2_100)
                .at(7_000)
                .then(new InitProcessStarted("/init"))
                .analysis();

        assertThat(boot.accounting().deferrals().get(0).barrier()).isTrue();
        assertThat(boot.accounting().whatIfs()).noneMatch(change -> change.action() == Action.SUPPLIER);
    }

    private static WhatIf supplier(BootAnalysis boot, String device) {
        return boot.accounting().whatIfs().stream()
                .filter(change ->
                        change.action() == Action.SUPPLIER && change.target().equals(device))
                .findFirst()
                .orElseThrow();
    }
}

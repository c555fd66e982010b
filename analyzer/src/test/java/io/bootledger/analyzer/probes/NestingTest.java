package io.bootledger.analyzer.probes;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class NestingTest {
    @Test
    void ofTwoProbesThatCrossOnlyOneCanBeOnTheThreadOfTheCall() {
        Story boot = Story.ofKernel("6.1.0")
                .clockSwitched()
                .at(0)
                .calling("cmos_init", 1)
                .at(9_000)
                .probe("rtc0", 0, 7_000)
                .at(12_000)
                .probe("00:03", 0, 6_000)
                .at(12_100)
                .returned("cmos_init", 0, 12_050);
        Nesting nesting = boot.analysis().accounting().nesting();

        assertThat(nesting.parents().get(0)).isEqualTo(new Nesting.Parent(Nesting.Parent.Kind.INITCALL, 0));
        assertThat(nesting.parents().get(1)).isNull();
        assertThat(nesting.initcallSelfUs()).containsExactly(5_050L);
    }

    @Test
    void aProbeOneTickLongBeforeTheClockIsSwitchedMayCrossTheOneBefore() {
        Story boot = Story.ofKernel("6.1.0")
                .at(0)
                .calling("bus_init", 1)
                .at(3_000)
                .probe("one", 0, 0)
                .at(6_000)
                .probe("two", 0, 4_000)
                .at(6_100)
                .returned("bus_init", 0, 8_000);

        assertThat(boot.analysis().accounting().nesting().parents()).doesNotContainNull();
    }

    private static List<ProbeThread.Rule> rules(Story boot) {
        return boot.analysis().accounting().nesting().threads().stream()
                .map(ProbeThread::rule)
                .toList();
    }

    @Test
    void aRetryOfADeferredDeviceRanOnAWorker() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(1_000)
                .calling("soc_init", 1)
                .at(2_000)
                .probe("panel", 517, 40)
                .at(3_000)
                .returned("soc_init", 0, 1_900)
                .at(4_000)
                .calling("deferred_probe_initcall", 1)
                .at(5_000)
                .returned("deferred_probe_initcall", 0, 900)
                .at(6_000)
                .calling("late_init", 1)
                .at(7_000)
                .probe("panel", 0, 500)
                .at(8_000)
                .returned("late_init", 0, 1_900);

        assertThat(rules(boot)).containsExactly(ProbeThread.Rule.IN_INITCALL, ProbeThread.Rule.RETRY);
        assertThat(boot.analysis().accounting().nesting().parents().get(1)).isNull();
    }

    @Test
    void theBusOfSomeDevicesHasAWorkerThatProbesThem() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(1_000)
                .calling("inet_init", 1)
                .at(9_000)
                .probe("serio1", 0, 500)
                .at(9_500)
                .probe("1-2:1.0", 0, 100)
                .at(10_000)
                .returned("inet_init", 0, 8_900);

        assertThat(rules(boot)).containsOnly(ProbeThread.Rule.WORKERS_BUS);
    }

    @Test
    void aProbeThatBeganBeforeTheCallOrOutsideOfAnyIsOnAnotherThread() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(1_000)
                .calling("inet_init", 1)
                .at(9_000)
                .probe("0000:00:02.0", 0, 500_000)
                .at(10_000)
                .returned("inet_init", 0, 8_900)
                .at(11_000)
                .probe("rtc0", 0, 100);

        assertThat(rules(boot)).containsExactly(ProbeThread.Rule.BEGAN_BEFORE, ProbeThread.Rule.NO_OPEN_INITCALL);
    }

    @Test
    void aFixedRegulatorMayBeProbedBesideAnyCall() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(1_000)
                .calling("ptp_init", 1)
                .at(9_000)
                .probe("regulator-2p5v", 0, 500)
                .at(10_000)
                .returned("ptp_init", 0, 8_900);

        assertThat(rules(boot)).containsExactly(ProbeThread.Rule.MAY_BE_ASYNC);
    }
}

package io.bootledger.analyzer.probes;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.Story;
import org.junit.jupiter.api.Test;

class NestingTest {
    @Test
    void ofTwoProbesThatCrossOnlyOneCanBeOnTheThreadOfTheCall() {
        Story boot = Story.ofKernel("6.1.0")
                .clockSwitched()
                .at(0)
                .calling("cmos_init", 1)
                .at(9_000)
                .probe("serio1", 0, 7_000)
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
}

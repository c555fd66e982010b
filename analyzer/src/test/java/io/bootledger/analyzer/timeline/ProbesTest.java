package io.bootledger.analyzer.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.Story;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.ProbeFailed;
import io.bootledger.traces.event.call.ProbeFinished;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbesTest {
    @ParameterizedTest(name = "{0}: {1}, complaint {2}")
    @CsvSource({
        // kernel, returned, error of the complaint, errno, outcome
        "5.11.0, 1, , , OK",
        "5.11.0, 0, , , UNKNOWN",
        "5.11.0, 0, -5, EIO, FAILED",
        "5.11.0, -517, , EPROBE_DEFER, DEFERRED",
        "5.12.0, 0, , , OK",
        "5.12.0, 1, , EPERM, FAILED",
        "5.12.0, 19, , ENODEV, ABSENT",
        "6.1.0, 517, , EPROBE_DEFER, DEFERRED",
        "6.1.0, -5, -5, EIO, FAILED",
        "6.1.0, 22, -5, EINVAL, FAILED",
        "6.1.0, 9999, , , FAILED",
        "6.1.0, , , , UNKNOWN",
    })
    void whatAProbeReturnedMeansWhatItsKernelMeantByIt(
            String release,
            @Nullable Integer returned,
            @Nullable Integer complaint,
            @Nullable String errno,
            Outcome outcome) {
        Story boot = Story.ofKernel(release);
        if (complaint != null) {
            boot.then(new ProbeFailed("drv", "dev", complaint));
        }

        Probe probe = only(boot.then(new ProbeFinished("dev", null, returned, ReportedDuration.usecs(40))));

        assertThat(probe.returnValue()).isEqualTo(returned);
        assertThat(probe.errno()).isEqualTo(errno);
        assertThat(probe.outcome()).isEqualTo(outcome);
        assertThat(probe.driver()).isEqualTo(complaint == null ? null : "drv");
    }

    @Test
    void aProbeThatReturnedOneTellsAKernelUpTo511ThatTheLogDoesNotName() {
        Story boot = Story.ofUnknownKernel().probe("a", 1, 10).probe("b", 0, 10);

        assertThat(boot.viewOf(new TimelineProjection()).probes())
                .extracting(Probe::outcome)
                .containsExactly(Outcome.OK, Outcome.UNKNOWN);
    }

    @Test
    void aComplaintCountsForTheNextProbeOfItsDeviceAlone() {
        Story boot = Story.ofKernel("6.1.0")
                .then(new ProbeFailed("drv", "dev", -5))
                .probe("other", 5, 10)
                .probe("dev", 5, 10)
                .probe("dev", 0, 10);

        assertThat(boot.viewOf(new TimelineProjection()).probes())
                .extracting(Probe::driver)
                .containsExactly(null, "drv", null);
    }

    @Test
    void aDriverThatTheProbeNamesItselfIsBelieved() {
        Story boot = Story.ofKernel("6.1.0")
                .then(new ProbeFailed("drv", "dev", -5))
                .then(new ProbeFinished("dev", "own", 5, ReportedDuration.usecs(10)));

        assertThat(only(boot).driver()).isEqualTo("own");
    }

    @Test
    void aProbeBeganAsMuchEarlierAsItTook() {
        Probe probe = only(Story.ofKernel("6.1.0").at(900).by(7).probe("dev", 0, 250));

        assertThat(probe.startUs()).isEqualTo(650);
        assertThat(probe.endUs()).isEqualTo(900);
        assertThat(probe.durationUs()).isEqualTo(250);
        assertThat(probe.pid()).isEqualTo(7);
        assertThat(probe.line()).isEqualTo(2);
        assertThat(probe.knownStartUs() + probe.knownDurationUs()).isEqualTo(probe.knownEndUs());
    }

    @Test
    void noProbeBeganBeforeTheBoot() {
        assertThat(only(Story.ofKernel("6.1.0").at(100).probe("dev", 0, 250)).startUs())
                .isEqualTo(0);
    }

    @Test
    void withoutStampsAProbeHasNoBeginning() {
        assertThat(only(Story.ofKernel("6.1.0").withoutTime().probe("dev", 0, 250))
                        .startUs())
                .isNull();
        assertThat(only(Story.ofKernel("6.1.0").at(100).probe("dev", 0, -1)).startUs())
                .isNull();
    }

    @Test
    void aProbeWhoseReturnValueIsNotPrintedHasAnUnknownOutcome() {
        BootAnalysis boot = Story.ofKernel("4.15.0")
                .then(new ProbeFinished("1c28000.serial", null, null, ReportedDuration.usecs(1_043)))
                .analysis();

        assertThat(boot.timeline().probes()).extracting(Probe::outcome).containsExactly(Outcome.UNKNOWN);
        assertThat(boot.failures()).isEmpty();
    }

    private static Probe only(Story boot) {
        assertThat(boot.viewOf(new TimelineProjection()).probes()).hasSize(1);
        return boot.viewOf(new TimelineProjection()).probes().get(0);
    }
}

package io.bootledger.analyzer.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.failures.Failure.Kind;
import io.bootledger.analyzer.failures.Failure.Nearby;
import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.traces.event.call.DeferredProbePending;
import io.bootledger.traces.event.call.ModuleInitSuspicious;
import io.bootledger.traces.event.call.ModuleRejected;
import io.bootledger.traces.event.call.ProbeFailed;
import io.bootledger.traces.event.machine.CommandLineGiven;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Probes and modules that fail, and hardware that is not there. */
class ProbeFailuresTest {
    @Test
    void hardwareThatIsNotThereComesLast() {
        List<Failure> failures = failures(Story.ofKernel("6.1.0")
                .returned("absent_init", -19, 0)
                .returned("strange_init", -22, 0)
                .returned("broken_init", -5, 0));

        assertThat(failures)
                .extracting(Failure::severity)
                .containsExactly(Severity.REAL, Severity.SUSPICIOUS, Severity.ABSENT);
    }

    @Test
    void aProbeThatReturnsMinusEprobeDeferIsNotAFailureOnceItBinds() {
        assertThat(failures(Story.ofKernel("6.1.0")
                        .probe("4a300000.target-module", -517, 9)
                        .probe("4a300000.target-module", 0, 80)))
                .isEmpty();
    }

    @Test
    void aProbeStillDeferredWhenTheLogEndsIsOne() {
        Failure failure = only(failures(Story.ofKernel("6.1.0").probe("i2c-7", 517, 9)));

        assertThat(failure.outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(failure.severity()).isEqualTo(Severity.SUSPICIOUS);
    }

    @Test
    void aDeviceTheKernelGaveUpOnIsRealAndNamesItsReason() {
        Failure failure = only(failures(Story.ofKernel("6.8.0")
                .probe("88e3000.phy", -517, 9)
                .then(new DeferredProbePending("platform 88e3000.phy", "supplier 0-004f not ready"))));

        assertThat(failure.name()).isEqualTo("88e3000.phy");
        assertThat(failure.severity()).isEqualTo(Severity.REAL);
        assertThat(failure.explanation()).contains("supplier 0-004f not ready");
    }

    @Test
    void theDriverOfAFailedProbeIsTakenFromTheComplaint() {
        Failure failure = only(failures(Story.ofKernel("6.1.0")
                .then(new ProbeFailed("sata_mv", "0000:03:00.0", -5))
                .probe("0000:03:00.0", 5, 300)));

        assertThat(failure.module()).isEqualTo("sata_mv");
        assertThat(failure.errno()).isEqualTo("EIO");
        assertThat(failure.nearby())
                .extracting(Nearby::text)
                .containsExactly("0000:03:00.0: probe with driver sata_mv failed with error -5");
    }

    @Test
    void aComplaintAloneIsAFailureToo() {
        Failure failure =
                only(failures(Story.ofKernel("6.1.0").then(new ProbeFailed("sata_mv", "0000:03:00.0", -110))));

        assertThat(failure.kind()).isEqualTo(Kind.PROBE);
        assertThat(failure.errno()).isEqualTo("ETIMEDOUT");
    }

    @Test
    void upTo511OneMeansBoundAndZeroHidesTheError() {
        assertThat(failures(Story.ofKernel("5.10.0").probe("a", 1, 5).probe("b", 0, 5)))
                .isEmpty();
        assertThat(only(failures(Story.ofKernel("6.1.0").probe("a", 1, 5))).errno())
                .isEqualTo("EPERM");
    }

    @Test
    void modulesThatWereRejectedOrReturnedANumberAreNamed() {
        List<Failure> failures = failures(Story.ofKernel("6.1.0")
                .then(new ModuleRejected("foo", "version magic '6.1.0' should be '6.1.0-50'"))
                .then(new ModuleInitSuspicious("led", 245)));

        assertThat(failures).extracting(Failure::module).containsExactly("foo", "led");
        assertThat(failures).extracting(Failure::returnValue).containsExactly(null, 245);
    }

    @Test
    void hardwareThatTheCommandLineIsAboutIsNotMerelyAbsent() {
        Story boot = Story.ofKernel("6.1.0").then(new CommandLineGiven("parport.irq=7 i8042.nomux=1", true));
        boot.returned("i8042_init", -19, 0).returned("acpi_pcc_init", -19, 0);

        assertThat(failures(boot))
                .extracting(failure -> failure.name() + " " + failure.severity())
                .containsExactly("i8042_init suspicious", "acpi_pcc_init absent");
        assertThat(failures(boot).get(0).explanation()).startsWith("the command line has i8042.nomux=1, but ");
    }

    @Test
    void aProbeThatMissesItsFirmwareSaysWhich() {
        Story boot = Story.ofKernel("6.12.0")
                .says("imx-sdma 20ec000.dma: Direct firmware load for imx/sdma/sdma-imx6q.bin failed with error -2")
                .says("other 1.dma: Direct firmware load for other.bin failed with error -2");

        Failure failure = only(failures(boot.probe("20ec000.dma", -2, 10)));

        assertThat(failure.severity()).isEqualTo(Severity.REAL);
        assertThat(failure.explanation()).startsWith("its firmware imx/sdma/sdma-imx6q.bin is not there");
    }

    @Test
    void linesThatNameTheDeviceComeBeforeNearerOnes() {
        Story boot = Story.ofKernel("6.12.0").says("mmc 2.mmc: error: no clock");
        for (int i = 0; i < 5; i++) {
            boot.says("sda: error " + i);
        }

        assertThat(only(failures(boot.probe("2.mmc", -5, 10))).nearby())
                .extracting(Nearby::text)
                .containsExactly("mmc 2.mmc: error: no clock", "sda: error 3", "sda: error 4");
    }

    @Test
    void linesOfAnotherTaskAreNotBesideAFailure() {
        Story boot = Story.ofKernel("6.12.0").by(77).says("sda: error").by(1).says("clock: error");

        assertThat(only(failures(boot.calling("a_init", 1).returned("a_init", -5, 0)))
                        .nearby())
                .extracting(Nearby::text)
                .containsExactly("clock: error");
    }

    private static List<Failure> failures(Story story) {
        return story.analysis().failures();
    }

    private static Failure only(List<Failure> failures) {
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }
}

package io.bootledger.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.PackedPage;
import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateCommandTest {
    private static final Path BASELINE = Checkout.sample("ci/baseline");

    private static final Path CANDIDATE = Checkout.sample("ci/candidate");

    @TempDir
    private Path folder;

    @Test
    void aSlowerKernelFailsAndTheFirstLineNamesTheCulprit() {
        Run run = Run.bootledger("gate", "--baseline", BASELINE, "--candidate", CANDIDATE);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("REGRESSED total 24.373 s -> 24.811 s (+438 ms, +1.8 %) n=5+5; acpi_init +502 ms, ACPI;"
                        + " pcie_portdrv_init +160 ms");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void anUnchangedKernelPasses() {
        Run run = Run.bootledger("gate", "--baseline", BASELINE + "/*.xz", "--candidate", unchanged());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("OK total");
    }

    private Path unchanged() {
        return Reboots.of(BASELINE, folder.resolve("unchanged"));
    }

    @Test
    void theSameBootsOnBothSidesSayNothing() throws IOException {
        Run same = Run.bootledger("gate", "--baseline", BASELINE, "--candidate", BASELINE);

        assertThat(same.exitCode()).isEqualTo(3);
        assertThat(same.out()).startsWith("INSUFFICIENT n=5+0; 5 of 5 candidate boots are baseline boots");
        Path copies = folder.resolve("copies");
        Files.createDirectories(copies);
        for (int boot = 1; boot <= 5; boot++) {
            Files.copy(BASELINE.resolve("0" + boot + ".dmesg.xz"), copies.resolve("other" + boot));
        }
        assertThat(Run.bootledger("gate", "--baseline", BASELINE, "--candidate", copies)
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void aBootThatBothSidesHoldIsLeftOutOfTheCandidate() {
        Run run = Run.bootledger(
                "gate", "--baseline", BASELINE, "--candidate", unchanged(), BASELINE.resolve("01.dmesg.xz"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("OK total")
                .contains(" n=5+5", "01.dmesg.xz: it is one of the baseline's boots");
    }

    @Test
    void twoBootsDecideNothing() {
        Run run = Run.bootledger(
                "gate",
                "--baseline",
                BASELINE.resolve("01.dmesg.xz"),
                BASELINE.resolve("02.dmesg.xz"),
                "--candidate",
                CANDIDATE + "/0[23].*");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).startsWith("INSUFFICIENT total").contains("n=2+2");
    }

    @Test
    void anotherMachineIsRefusedUntilAllowed() {
        Path arm = Checkout.sample("arm64-6.1-cloud/dmesg.txt.xz");

        Run run = Run.bootledger("gate", "--baseline", BASELINE, "--candidate", arm);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("--allow-env-diff machine");
        assertThat(Run.bootledger(
                                "gate",
                                "--baseline",
                                BASELINE,
                                "--candidate",
                                arm,
                                "--allow-env-diff",
                                "machine",
                                "--allow-env-diff",
                                "clocksource",
                                "--allow-env-diff",
                                "console")
                        .out())
                .contains("n=5+1");
    }

    @Test
    void aKernelThatPanicsIsRed() {
        Run run = Run.bootledger(
                "gate",
                "--baseline",
                BASELINE,
                "--candidate",
                Checkout.sample("panic-noinit/console.log"),
                "--allow-env-diff",
                "machine",
                "--allow-env-diff",
                "clocksource");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("REGRESSED n=5+0; the kernel panicked: VFS: Unable to mount root fs");
    }

    @Test
    void aLogThatHoldsNothingIsABootThatCannotBeUsed() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.log"), "");

        Run none = Run.bootledger("gate", "--baseline", BASELINE, "--candidate", empty);
        assertThat(none.exitCode()).isEqualTo(3);

        Run some = Run.bootledger(
                "gate", "--baseline", BASELINE, "--candidate", unchanged(), empty, "--fail-on-inconclusive");
        assertThat(some.exitCode()).isEqualTo(4);
        assertThat(some.out()).startsWith("INCONCLUSIVE").contains("left out: candidate " + empty);
    }

    @Test
    void noLogsAtAllAreNoPass() {
        assertThat(Run.bootledger("gate", "--baseline", folder, "--candidate", CANDIDATE)
                        .exitCode())
                .isEqualTo(3);
        assertThat(Run.bootledger("gate", "--baseline", BASELINE, "--candidate", folder + "/*.log")
                        .exitCode())
                .isEqualTo(3);
        assertThat(Run.bootledger("gate", "--candidate", CANDIDATE).exitCode()).isEqualTo(2);
    }

    @Test
    void everyOutputIsWritten() throws Exception {
        Run run = Run.bootledger(
                "gate",
                "--baseline",
                BASELINE,
                "--candidate",
                CANDIDATE,
                "--json",
                folder.resolve("gate.json"),
                "--junit",
                folder.resolve("gate.xml"),
                "--markdown",
                "-",
                "--html",
                folder.resolve("gate.html"),
                "--metrics",
                folder.resolve("gate.txt"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("### Boot time: REGRESSED");
        assertThat(run.err()).startsWith("bootledger: REGRESSED");
        assertThat(folder.resolve("gate.json")).content().contains("\"exit_code\": 1");
        assertThat(PackedPage.read(folder.resolve("gate.html"))).contains("\"verdict\":\"regressed\"");
        assertThat(folder.resolve("gate.xml")).content().contains("<failure");
        assertThat(folder.resolve("gate.txt")).content().endsWith("# EOF\n");
    }

    @Test
    void aBootThatIsFasterAsAWholeFailsOnlyWhenStrict() {
        Run traded = Run.bootledger("gate", "--baseline", CANDIDATE, "--candidate", BASELINE);
        assertThat(traded.exitCode()).isZero();
        assertThat(traded.out())
                .startsWith("TRADED total 24.811 s -> 24.373 s (-438 ms, -1.8 %) n=5+5; init_kprobe_trace");

        assertThat(Run.bootledger("gate", "--baseline", CANDIDATE, "--candidate", BASELINE, "--strict")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void aGateThatBootsUntilDecidedAsksForWhatItLacks() {
        Run run = Run.bootledger("gate", "--sequential", "--baseline", BASELINE, "--candidate", CANDIDATE);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).startsWith("INSUFFICIENT").contains("boot each kernel 6 times", "look 1 of 2");
    }

    @Test
    void labsReadTheVerdictToo() {
        Run lava = Run.bootledger("gate", "--baseline", BASELINE, "--candidate", CANDIDATE, "--lava", "-");
        assertThat(lava.exitCode()).isEqualTo(1);
        assertThat(lava.out()).startsWith("<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=boot.gate.verdict RESULT=fail>");

        Run ktap = Run.bootledger("gate", "--baseline", BASELINE, "--candidate", unchanged(), "--ktap", "-");
        assertThat(ktap.out()).startsWith("KTAP version 1\n1..").contains("\nok 1 boot.gate.verdict\n");
    }

    @Test
    void twoOutputsDoNotMixOnStandardOutput() {
        assertThat(Run.bootledger(
                                "gate",
                                "--baseline",
                                BASELINE,
                                "--candidate",
                                CANDIDATE,
                                "--json",
                                "-",
                                "--markdown",
                                "-")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void theSelftestProvesThatTheGateCanFail() {
        Run run = Run.bootledger("gate", "selftest", "--baseline", BASELINE, "--candidate", BASELINE);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("selftest passed: with ")
                .contains("REGRESSED", "The smallest slowdown of it that these boots show: ");
        assertThat(Run.bootledger(
                                "gate",
                                "selftest",
                                "--baseline",
                                BASELINE.resolve("01.dmesg.xz"),
                                "--candidate",
                                BASELINE.resolve("02.dmesg.xz"))
                        .exitCode())
                .isEqualTo(3);
    }
}

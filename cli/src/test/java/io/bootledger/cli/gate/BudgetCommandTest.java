package io.bootledger.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Budgets and waivers out of a file, as the gate applies them. */
class BudgetCommandTest {
    private static final Path BASELINE = Checkout.sample("ci/baseline");

    private static final Path CANDIDATE = Checkout.sample("ci/candidate");

    @TempDir
    private Path folder;

    private Path unchanged() {
        return Reboots.of(BASELINE, folder.resolve("unchanged"));
    }

    @Test
    void budgetsAndWaiversDecide() throws IOException {
        Path budget = budget("""
                schema = 1
                [[budget]]
                metric = "total"
                max = "24.5 s"
                [[budget]]
                initcall = "acpi_*"
                max = "600 ms"
                severity = "warn"
                """);

        Run broken = gate(CANDIDATE, budget, "2026-11-20");
        assertThat(broken.out()).contains("budget (error): total takes 24.811 s, its budget is 24.500 s");
        assertThat(gate(unchanged(), budget, "2026-11-20").exitCode()).isZero();
    }

    @Test
    void aWaiverHoldsUntilItsDayIsOver() throws IOException {
        Path budget = budget("""
                [[waive]]
                initcall = "*"
                until = 2026-12-31
                reason = "more ports"
                [[waive]]
                level = "*"
                until = 2026-12-31
                max-shift = "1 s"
                reason = "more ports"
                [[waive]]
                phase = "initcalls"
                until = 2026-12-31
                reason = "more ports"
                [[waive]]
                metric = "total"
                until = 2026-12-31
                reason = "more ports"
                """);

        Run waived = gate(CANDIDATE, budget, "2026-12-31");
        assertThat(waived.exitCode()).isZero();
        assertThat(waived.out()).containsPattern("waived +initcall acpi_init .* accepted: more ports\n");
        Run late = gate(CANDIDATE, budget, "2027-01-01");
        assertThat(late.exitCode()).isEqualTo(1);
        assertThat(late.out()).contains("the waiver of initcall=* ended on 2026-12-31: more ports");
    }

    @Test
    void anUnknownKeyIsAnErrorThatNamesTheNearest() throws IOException {
        Run run = gate(CANDIDATE, budget("[[budget]]\nmetric = \"total\"\nmaks = \"1 s\"\n"), "2026-11-20");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("maks: there is no such key; did you mean max?");
    }

    @Test
    void aNumberWithoutItsUnitIsRefused() throws IOException {
        Run run = gate(CANDIDATE, budget("[[budget]]\nmetric = \"total\"\nmax = 15\n"), "2026-11-20");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("max: write it with its unit, as \"35 ms\"");
    }

    @Test
    void theSameModelIsReadFromJson() throws IOException {
        Path json = Files.writeString(
                folder.resolve("budget.json"), "{\"budget\": [{\"metric\": \"total\", \"max\": \"1 s\"}]}");

        assertThat(gate(unchanged(), json, "2026-11-20").out())
                .startsWith("REGRESSED")
                .contains("its budget is 1.000 s");
    }

    @Test
    void anAlphaOfOneScopeIsRefusedWithWhatToWriteInstead() throws IOException {
        Run run = gate(CANDIDATE, budget("[defaults]\ntotal = { rel = \"2 %\", alpha = 0.05 }\n"), "2026-11-20");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("all metrics are one test with one alpha: write it beside total");
    }

    @Test
    void ofAFileThatIsNoBudgetNotEachLineIsAnError() {
        Run run = gate(CANDIDATE, Checkout.sample("amd64-6.1-cloud/dmesg.txt"), "2026-11-20");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .hasLineCount(6)
                .containsPattern("and \\d+ errors more: is .*dmesg.txt a budget, in TOML\\?");
    }

    private Path budget(String text) throws IOException {
        return Files.writeString(folder.resolve("bootledger.toml"), text);
    }

    private static Run gate(Path candidate, Path budget, String today) {
        return Run.with(
                InputStream.nullInputStream(),
                Map.of("BOOTLEDGER_TODAY", today),
                "gate",
                "--baseline",
                BASELINE,
                "--candidate",
                candidate,
                "--budget",
                budget);
    }
}

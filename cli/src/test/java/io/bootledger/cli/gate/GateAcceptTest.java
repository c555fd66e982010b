package io.bootledger.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateAcceptTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsAcceptedNoLongerFailsTheGateAndIsNamedInItsReport() {
        assertThat(gate().exitCode()).isEqualTo(1);

        Run run = accept(
                "*", "level=*", "phase=*", "total", "--reason", "more \"ports\"\n\u001b[31m", "--max-shift", "1s");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo("accepted until 2026-12-20 in " + budget() + ": initcall=*, level=*, phase=*, total\n");
        Run after = gate();
        assertThat(after.exitCode()).isZero();
        assertThat(after.out())
                .startsWith("OK total")
                .containsPattern("waived +initcall acpi_init .* accepted: more \"ports\"\\\\x0a\\\\x1b\\[31m\n");
    }

    @Test
    void whatAVerdictPrintsIsUnderstoodAndWhatHasTwoMeaningsAsked() {
        Run run = accept("outside initcalls in fs", "until_init as a whole", "--reason", "meant");
        assertThat(run.out()).endsWith(": gap=fs, phase=until_init\n");
        assertThat(gate().exitCode()).isEqualTo(1);

        Run both = accept("fs", "--reason", "meant");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("write level=fs, gap=fs, or both");
    }

    @Test
    void theFileKeepsItsTextByteForByte() throws IOException {
        String text =
                "# mine, \u00fcber alles\r\nschema = 1   # the first\r\n[[budget]]\r\nmetric='total'\r\nmax = \"9 s\"";
        Files.writeString(budget(), text);

        assertThat(accept("acpi_init", "--reason", "why", "--until", "2026-12-31", "--build", "6.1.0-2")
                        .exitCode())
                .isZero();

        assertThat(budget()).content().isEqualTo(text + """


                [[waive]]
                initcall = "acpi_init"
                until = 2026-12-31
                build = "6.1.0-2"
                reason = "why"
                """);
        accept("total", "--reason", "once more");
        assertThat(budget()).content().startsWith(text).contains("reason = \"why\"\n\n[[waive]]\nmetric = \"total\"\n");
    }

    @Test
    void aMissingFileIsMade() {
        accept("total", "--reason", "why");

        assertThat(budget()).content().startsWith("schema = 1\n\n[[waive]]\nmetric = \"total\"\nuntil = 2026-12-20\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "total --reason x --max-shift 20",
                "total --reason x --until tomorrow",
                "total --reason x --until 2026-11-19",
                "total --reason",
                "total",
                "--reason x",
                "speed=9 --reason x",
                "level= --reason x",
            })
    void whatCannotBeReadBackIsNotWritten(String words) throws IOException {
        Files.writeString(budget(), "schema = 1\n");

        Run run = accept((Object[]) words.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("bootledger: ").doesNotContain("Exception");
        assertThat(budget()).content().isEqualTo("schema = 1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema = ", "waive = []\n", "[[waive]]\ninitcal = 'x'\n"})
    void aFileWithAnErrorStaysAsItIs(String text) throws IOException {
        Files.writeString(budget(), text);

        Run run = accept("total", "--reason", "x");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(budget().toString());
        assertThat(budget()).content().isEqualTo(text);
    }

    @Test
    void aFileThatIsNoTextOrJsonStaysAsItIs() throws IOException {
        byte[] bytes = {'#', (byte) 0xff, '\n'};
        Files.write(budget(), bytes);

        assertThat(accept("total", "--reason", "x").exitCode()).isEqualTo(3);

        assertThat(budget()).binaryContent().isEqualTo(bytes);
        assertThat(Run.bootledger("gate", "accept", "total", "--reason", "x", "--budget", folder.resolve("b.json"))
                        .exitCode())
                .isEqualTo(2);
    }

    private Path budget() {
        return folder.resolve("bootledger.toml");
    }

    private Run accept(Object... words) {
        List<Object> all = new ArrayList<>(List.of("gate", "accept"));
        all.addAll(Arrays.asList(words));
        all.add("--budget=" + budget());
        return run(all);
    }

    private Run gate() {
        List<Object> all = new ArrayList<>(List.of(
                "gate", "--baseline", Checkout.sample("ci/baseline"), "--candidate", Checkout.sample("ci/candidate")));
        if (Files.exists(budget())) {
            all.add("--budget=" + budget());
        }
        return run(all);
    }

    private static Run run(List<Object> words) {
        return Run.with(InputStream.nullInputStream(), Map.of("BOOTLEDGER_TODAY", "2026-11-20"), words.toArray());
    }
}

package io.bootledger.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import io.bootledger.project.SchemasTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two kernels that boot alike, and a user space that takes two seconds more on the one. */
class GateSegmentsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void boot() throws IOException {
        Run.bootledger(
                "simulate",
                "arm-board",
                "--boots",
                "6",
                "--out",
                folder.resolve("old").toString());
        Run.bootledger(
                "simulate",
                "arm-board",
                "--boots",
                "6",
                "--seed",
                "7",
                "--out",
                folder.resolve("new").toString());
        for (int boot = 1; boot <= 6; boot++) {
            login("old", boot, 7_000 + 17 * boot);
            login("new", boot, 9_000 + 17 * boot);
        }
    }

    private void login(String side, int boot, int millis) throws IOException {
        Path log = folder.resolve(side).resolve("boot-" + boot + ".log");
        Files.writeString(log, Files.readString(log) + String.format(Locale.ROOT, """
                [    1.900000] systemd[1]: Detected architecture arm64.
                [    %d.%03d000] systemd[1]: Startup finished in 1.3s (kernel) + 6.0s (userspace) = 7.3s.
                """, millis / 1_000, millis % 1_000));
    }

    private Run gate(String... more) {
        return Run.bootledger(Stream.concat(
                        Stream.of(
                                "gate",
                                "--order=interleaved",
                                "--baseline=" + folder.resolve("old"),
                                "--candidate=" + folder.resolve("new")),
                        Arrays.stream(more))
                .toArray());
    }

    @Test
    void aSlowerUserSpaceIsToldAndFailsNothing() throws IOException {
        Path json = folder.resolve("gate.json");
        Path junit = folder.resolve("gate.xml");
        Run run = gate("--json=" + json, "--junit=" + junit);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("OK total 1.346 s -> 1.346 s")
                .contains("; beside the kernel: user space +2.000 s;", "noted        segment  user space");
        SchemasTest.thenFulfils("gate.schema.json", Files.readString(json));
        assertThat(Files.readString(json))
                .contains("\"scope\": \"segment\", \"id\": \"user space\", \"status\": \"noted\"");
        assertThat(Files.readString(junit))
                .contains("<skipped message=\"noted: user space")
                .doesNotContain("<failure");
        assertThat(gate("--github").out()).contains("::warning title=Boot time::beside the kernel: user space ");
    }

    @Test
    void theBudgetFileMakesItCount() throws IOException {
        Path budget = Files.writeString(folder.resolve("b.toml"), "[defaults]\nsegments = true\n");
        Run red = gate("--budget=" + budget);
        assertThat(red.exitCode()).isEqualTo(1);
        assertThat(red.out())
                .startsWith("REGRESSED ")
                .contains("; user space +2.000 s\n", "accept 'segment=user space' ");

        Files.writeString(budget, """
                [defaults]
                segments = true
                [[waive]]
                segment = "user*"
                until = 9999-12-31
                reason = "a database"
                """);
        assertThat(gate("--budget=" + budget).out())
                .startsWith("OK ")
                .contains("accepted: segment=user space +2.000 s");

        Files.writeString(budget, "[defaults]\nsegments = 1\n");
        assertThat(gate("--budget=" + budget).err()).contains("segments: it is true or false");
    }

    @Test
    void aBudgetHoldsWhateverTheTestSays() throws IOException {
        Path budget =
                Files.writeString(folder.resolve("b.toml"), "[[budget]]\nsegment = \"user space\"\nmax = \"7 s\"\n");
        Run run = gate("--budget=" + budget);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("segment user space takes 7.7");
    }

    @Test
    void aStoreTellsThemOfManyBoots() {
        String store = folder.resolve("store").toString();
        for (int boot = 1; boot <= 6; boot++) {
            String log = "boot-" + boot + ".log";
            Run.bootledger("ingest", folder.resolve("old").resolve(log), "--store", store, "--tag", "build=1");
            Run.bootledger("ingest", folder.resolve("new").resolve(log), "--store", store, "--tag", "build=2");
        }

        assertThat(Run.bootledger("stats", "--store", store, "--by", "segment").out())
                .contains("kernel         12   1346.187", "user space     12");
        assertThat(Run.bootledger("history", "--store", store, "--by", "tag.build")
                        .out())
                .contains("segment user space ");
    }
}

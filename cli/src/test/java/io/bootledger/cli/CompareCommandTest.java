package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.project.Checkout;
import io.bootledger.project.SchemasTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final Path OLD = Checkout.sample("amd64-5.10-cloud/dmesg.txt.gz");
    private static final Path NEW = Checkout.sample("amd64-6.1-cloud/dmesg.txt");

    @TempDir
    private Path folder;

    @Test
    void twoLogsAreComparedWhateverChanged() {
        Run run = Run.bootledger("compare", OLD, NEW);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("total 3.008 s -> 3.656 s (+647 ms, +21.5 %): crypto_kdf108_init (new) +755 ms")
                .contains("one boot each cannot tell a change from noise", "crypto_algapi_init (device -> late)");
    }

    @Test
    void setsAreGivenAsFoldersOrPatterns() {
        Run run = Run.bootledger(
                "compare", Checkout.sample("ci/baseline"), Checkout.sample("ci/candidate") + "/*.xz", "--json", "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("{").contains("06.dmesg.xz\"");
    }

    @Test
    void aBootOfTheStoreIsComparedByTheBeginningOfItsName() {
        Path store = folder.resolve("store");
        assertThat(Run.bootledger("ingest", OLD, "--store", store).exitCode()).isZero();
        String name = Run.bootledger("store", "list", "--store", store)
                .out()
                .lines()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .filter(word -> word.matches("[0-9a-f]{8,}"))
                .findFirst()
                .orElseThrow();

        Run stored = Run.bootledger("compare", name, NEW, "--store", store);

        assertThat(stored.exitCode()).isZero();
        assertThat(stored.out()).startsWith("total 3.008 s -> 3.656 s");
        assertThat(Run.with(
                                InputStream.nullInputStream(),
                                Map.of("BOOTLEDGER_STORE", store.toString()),
                                "compare",
                                "ffffffffffff",
                                NEW)
                        .err())
                .contains("no boot begins with ffffffffffff");
    }

    @Test
    void whatHoldsNoBootIsToldAndNothingIsWritten() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.log"), "");
        Path json = folder.resolve("out.json");

        Run run = Run.bootledger("compare", OLD, empty, "--json", json);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("it holds no boot that could be compared");
        assertThat(json).doesNotExist();
        assertThat(Run.bootledger("compare", OLD, folder.resolve("none.log")).exitCode())
                .isEqualTo(3);
    }

    @Test
    void theCommandLineSaysWhatIsWrong() {
        assertThat(Run.bootledger("compare", OLD).exitCode()).isEqualTo(2);
        assertThat(Run.bootledger("compare", OLD, NEW, NEW).exitCode()).isEqualTo(2);
        Run both = Run.bootledger("compare", OLD, NEW, "--json", "-", "--csv", "-");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("--json - and --csv - would both go to standard output");
    }

    @Test
    void unlikeMachinesAreComparedAndToldFirst() {
        Run run = Run.bootledger("compare", NEW, Checkout.sample("arm64-6.1-cloud/dmesg.txt.xz"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().skip(1).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("the boots are not alike"));
    }

    @Test
    void theDirectoryIsThereWholeOrNotAtAll() throws IOException {
        Path out = folder.resolve("out");

        Run run = Run.bootledger("compare", OLD, NEW, "--out", out);

        assertThat(run.exitCode()).isZero();
        assertThat(out)
                .isDirectoryContaining("glob:**/index.html")
                .isDirectoryContaining("glob:**/waterfall.png")
                .isDirectoryContaining("glob:**/comparison.json")
                .isDirectoryContaining("glob:**/initcalls.csv");
        byte[] page = Files.readAllBytes(out.resolve("index.html"));
        assertThat(Run.bootledger("compare", OLD, NEW, "--out", out).exitCode()).isZero();
        assertThat(out.resolve("index.html")).hasBinaryContent(page);
        Files.writeString(out.resolve("mine.txt"), "");
        assertThat(Run.bootledger("compare", OLD, NEW, "--out", out).exitCode()).isEqualTo(2);
        assertThat(out.resolve("mine.txt")).exists();
    }

    @Test
    void twoCapturesTellWhoBecameSlowerFromPowerOnToLogin(@TempDir Path captures) throws IOException {
        Path before = captured(captures.resolve("before.log"), 2, 9);
        Path after = captured(captures.resolve("after.log"), 4, 8);

        Run run = Run.bootledger("compare", before, after);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("From power-on to login", "U-Boot +2.000 s, kernel 0 µs, user space -3.000 s.")
                .contains("By the clock of the host that captured the logs, to within 1.000 ms.");
        String json = Run.bootledger("compare", before, after, "--json", "-").out();
        SchemasTest.thenFulfils("compare.schema.json", json);
    }

    /** As tio keeps it. */
    private static Path captured(Path log, int loader, int prompt) throws IOException {
        StringBuilder lines = new StringBuilder("[10:00:00.000] U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n");
        for (int i = 0; i < 10; i++) {
            lines.append("[10:00:0%d.%d00] [    0.%d00000] a record\n".formatted(loader, i, i));
        }
        lines.append("[10:00:0%d.000] [    1.000000] Run /sbin/init as init process\n".formatted(loader + 1))
                .append("[10:00:0%d.000] host login:\n".formatted(prompt));
        return Files.writeString(log, lines.toString());
    }
}

package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.output.ExportFormat;
import io.bootledger.cli.output.ExportTable;
import io.bootledger.cli.output.TraceCheck;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
    private static final Path SAMPLE = Checkout.sample("killed-early/console.log");
    private static final Path OTHER = Checkout.sample("i386-6.12-caller/dmesg.txt");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = "PARQUET", mode = EnumSource.Mode.EXCLUDE)
    void aBootOfTheStoreIsExportedAsItsLog(ExportFormat format) {
        String boot = ingested(OTHER);
        Run ofStore = export(boot, "--as", format);
        assertThat(ofStore.err()).isEmpty();
        assertThat(ofStore.out())
                .isNotEmpty()
                .isEqualTo(Run.bootledger("export", OTHER, "--as", format).out());
    }

    @ParameterizedTest
    @EnumSource(names = "PARQUET", mode = EnumSource.Mode.EXCLUDE)
    void theSameBootsGiveTheSameBytesWhereverTheyGo(ExportFormat format) throws IOException {
        Path file = directory.resolve("boots");
        assertThat(export(SAMPLE, OTHER, "--as", format, "--out", file).outBytes())
                .isEmpty();
        assertThat(export(SAMPLE, OTHER, "--as", format, "--out", "-").outBytes())
                .isEqualTo(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @EnumSource
    void everyTableHasItsRows(ExportTable table) {
        List<String> lines =
                export(OTHER, "--as", "csv", "--table", table).out().lines().toList();
        assertThat(lines.get(0)).startsWith("source,boot,");
        assertThat(lines).allMatch(line -> line.startsWith("source,") || line.startsWith(OTHER + ","));
        if (table == ExportTable.AXIS) {
            assertThat(lines.get(1)).startsWith(OTHER + ",1,kernel,kernel,0,");
        }
    }

    @Test
    void onlyWhatHasRowsHasATable() {
        thenRefused(export(OTHER, "--as", "chrome", "--table", "axis"), 2, "chrome has no rows; csv and parquet do");
    }

    @Test
    void theEventLinesAreThoseOfTheStore() throws Exception {
        String boot = ingested(SAMPLE);
        byte[] lines = export(boot, "--as", "jsonl").outBytes();
        int first = new String(lines, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        byte[] name = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(lines, first, lines.length));
        assertThat(HexFormat.of().formatHex(name)).startsWith(boot);
    }

    @Test
    void storedBootsAndLogsMixInTheOrderGiven() {
        String boot = ingested(SAMPLE);
        List<String> sources = export(OTHER, boot, OTHER, "--as", "jsonl")
                .out()
                .lines()
                .filter(line -> line.startsWith("{\"schema\""))
                .toList();
        assertThat(sources).hasSize(3);
        assertThat(sources.get(0)).contains(OTHER.toString()).isEqualTo(sources.get(2));
        assertThat(sources.get(1)).contains(SAMPLE.toString());
    }

    @Test
    void severalBootsAreProcessesOfOneTrace() {
        String both = export(OTHER, OTHER, "--as", "chrome").out();
        Map<String, Integer> twice =
                TraceCheck.chrome(export(OTHER, "--as", "chrome").outBytes());
        twice.replaceAll((category, count) -> 2 * count);
        assertThat(TraceCheck.chrome(both.getBytes(StandardCharsets.UTF_8))).isEqualTo(twice);
        assertThat(both.lines().filter(line -> line.contains("process_name"))).hasSize(2);
    }

    @Test
    void whatIsWrongIsASentence() throws IOException {
        thenRefused(export("nowhere.log", "--as", "csv"), 3, "nowhere.log: there is no such file");
        thenRefused(export("0", "--as", "csv"), 3, "there is no event store");
        ingested(SAMPLE);
        thenRefused(export("0000000000", "--as", "csv"), 3, "no boot begins with 0000000000");
        assertThat(export(SAMPLE, "--as", "yaml").err()).containsIgnoringCase("openmetrics");
        assertThat(export(SAMPLE).exitCode()).isEqualTo(2);
        Path kept = Files.writeString(directory.resolve("kept"), "before");
        assertThat(export("nowhere.log", "--as", "csv", "--out", kept).exitCode())
                .isEqualTo(3);
        assertThat(kept).hasContent("before");
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    private static void thenRefused(Run run, int exitCode, String sentence) {
        assertThat(run.err()).hasLineCount(1).startsWith("bootledger: ").contains(sentence);
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
    }

    private Run export(Object... words) {
        Object[] store = {"--store", directory.resolve("store")};
        return Run.bootledger(Stream.of(new Object[] {"export"}, words, store)
                .flatMap(Arrays::stream)
                .toArray());
    }

    private String ingested(Path log) {
        String added = Run.bootledger("ingest", log, "--store", directory.resolve("store"))
                .out();
        return added.replaceAll("(?s).*?\\b([0-9a-f]{12})\\b.*", "$1");
    }
}

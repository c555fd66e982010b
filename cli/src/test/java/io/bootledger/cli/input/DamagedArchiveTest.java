package io.bootledger.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a compressed log what is whole is read, and the rest is said. */
class DamagedArchiveTest {
    private static final Path SAMPLE = Checkout.sample("amd64-6.1-cloud/dmesg.txt");

    @TempDir
    Path directory;

    private static byte[] zipped() throws IOException {
        return zipped(Files.readAllBytes(SAMPLE));
    }

    private static byte[] zipped(byte[] log) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(log);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "xz", "bzip2", "zstd"})
    void aLogCutShortIsReadAsFarAsItIsWhole(String compressor) throws Exception {
        Path whole = directory.resolve("whole");
        assumeThat(new ProcessBuilder("which", compressor).start().waitFor()).isZero();
        Process process = new ProcessBuilder(compressor, "-c", SAMPLE.toString())
                .redirectOutput(whole.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 40));
        Run run = Run.bootledger("analyze", cut, "--json", "-");
        assertThat(run.err()).as(compressor).hasLineCount(1);
        if (compressor.equals("gzip")) {
            assertThat(run.err()).contains("ends too early", "what is whole was read");
            assertThat(run.out()).contains("acpi_init", "6.1.0-50-cloud-amd64");
            assertThat(run.exitCode()).isZero();
        }
        assertThat(run.exitCode()).isIn(0, 3);
    }

    @Test
    void paddingIsLeftOut() throws IOException {
        byte[] bytes = zipped();
        Path padded = Files.write(directory.resolve("padded.gz"), Arrays.copyOf(bytes, bytes.length + 4096));
        Run run = Run.bootledger("analyze", padded, "--text");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("what follows the end of its compressed data was left out");
        assertThat(run.out().replace(padded.toString(), SAMPLE.toString()))
                .isEqualTo(Run.bootledger("analyze", SAMPLE, "--text").out());
    }

    @Test
    void aFlippedByteIsSaid() throws IOException {
        byte[] bytes = zipped();
        bytes[bytes.length - 6] ^= 1;
        Run run = Run.bootledger(
                "ingest", Files.write(directory.resolve("x.gz"), bytes), "--store", directory.resolve("s"));
        assertThat(run.err()).contains("it is damaged", "what is whole was read");
        assertThat(run.out()).contains("added");
    }

    /** Wherever its numbers are, it is said that the file is cut, and not the boot. */
    @Test
    void thatTheFileIsCutIsSaidBesideItsNumbers() throws IOException {
        byte[] bytes = zipped();
        Path cut = Files.write(directory.resolve("cut.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        String said = "the file is cut: its archive ends too early";
        assertThat(Run.bootledger("analyze", cut).out().lines().limit(4)).anyMatch(line -> line.contains(said));
        assertThat(Run.bootledger("analyze", cut, "--json", "-").out()).contains("\"log-cut\"", said);
        for (String command : new String[] {
            "compare CUT WHOLE",
            "gate --baseline WHOLE --candidate CUT",
            "gate --baseline WHOLE --candidate CUT --json -"
        }) {
            Run run = Run.bootledger((Object[]) command.replace("CUT", cut.toString())
                    .replace("WHOLE", SAMPLE.toString())
                    .split(" "));
            assertThat(run.out()).as(command).contains(said);
            assertThat(run.err()).as(command).contains(cut + ": it ends too early");
        }
        Path store = directory.resolve("store");
        Run.bootledger("ingest", cut, "--store", store);
        assertThat(Run.bootledger("stats", "--store", store).out()).contains("1 of them incomplete", said);
        assertThat(Run.bootledger("compare", cut, cut).out()).contains(said);
    }

    /** Of a log whose newest line comes first it is the beginning that is lost. */
    @Test
    void thatANewestFirstLogIsCutIsSaidToo() throws IOException {
        List<String> lines = Files.readAllLines(SAMPLE);
        Collections.reverse(lines);
        byte[] bytes = zipped(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        Path cut = Files.write(directory.resolve("reversed.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        Run run = Run.bootledger("analyze", cut, "--json", "-");
        assertThat(run.out()).contains("\"log-cut\"", "the file is cut: its archive ends too early");
        assertThat(run.err()).contains(cut + ": it ends too early");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        Run run = Run.bootledger("analyze", Files.write(directory.resolve("x.gz"), new byte[] {0x1f, (byte) 0x8b, 1}));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aSymbolTableThatNeverEndsIsNone() {
        Run run = Run.bootledger("symbols", "show", "/dev/zero");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("/dev/zero is not a symbol table");
    }
}

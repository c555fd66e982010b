package io.bootledger.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzeErrorsTest {
    private static final Path SAMPLE = Checkout.sample("killed-early/console.log");

    @TempDir
    Path directory;

    @Test
    void aMissingFileIsNamed() {
        Path missing = directory.resolve("missing.log");
        thenUnreadable(Run.bootledger("analyze", missing), missing + ": there is no such file");
    }

    @Test
    void ofAMissingFileTheNearestIsNamed() throws IOException {
        Path log = Files.copy(SAMPLE, directory.resolve("console.log"));
        Path misspelt = directory.resolve("consol.log");
        thenUnreadable(
                Run.bootledger("analyze", misspelt),
                misspelt + ": there is no such file: did you mean " + log.getFileName() + "?\n");
        thenUnreadable(
                Run.bootledger("analyze", log, "--symbols", misspelt),
                "--symbols " + misspelt + ": there is no such file: did you mean console.log?\n");
        Path nowhere = directory.resolve("logs/console.log");
        thenUnreadable(Run.bootledger("analyze", nowhere), nowhere + ": there is no such file, nor its directory\n");
    }

    /** Which is there, and takes none. */
    @Test
    void aPlaceWhereNoFileCanBeMadeIsNotCalledMissing() {
        thenUnreadable(
                Run.bootledger("compare", SAMPLE, SAMPLE, "--json", "/proc/x"),
                "/proc/x: no file can be made there: choose another place");
    }

    @Test
    void aDirectoryIsNamed() {
        thenUnreadable(
                Run.bootledger("analyze", directory),
                directory + ": it is a directory: give the files in it, if there are any");
    }

    @Test
    void whatNeverEndsIsNoMaintainers() {
        thenUnreadable(
                Run.bootledger("analyze", SAMPLE, "--maintainers", "/dev/zero"),
                "--maintainers /dev/zero: it cannot be read: it is longer than 16384 KiB");
    }

    @Test
    void aLineWithoutEndIsNoneOfMaintainers() throws IOException {
        Path nested = directory.resolve("MAINTAINERS");
        Files.writeString(nested, "ALL\nM:\tA <a@b>\nN:\t" + "(".repeat(100_000) + ")".repeat(100_000) + "\n");
        thenUnreadable(
                Run.bootledger("analyze", SAMPLE, "--maintainers", nested),
                "--maintainers " + nested + ": it cannot be read: it has a line of more than 1024 characters");
    }

    @Test
    void anEmptyNameIsNoFile() {
        Run run = Run.bootledger("analyze", "");

        assertThat(Run.bootledger("explain", "", "acpi_init").exitCode()).isEqualTo(3);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("bootledger: '': there is no such file\n");
    }

    @Test
    void aSuspendAndResumeIsNoBootAndJsonSaysSo() throws IOException {
        Path log = Files.writeString(directory.resolve("resume.log"), """
                [  550.702791] PM: Syncing filesystems ... done.
                [  551.116370] calling  input5+ @ 2315, parent: serio1
                [  551.116375] call input5+ returned 0 after 1 usecs
                [  552.779523] PM: resume of devices complete after 884.713 msecs
                """);

        Run run = Run.bootledger("analyze", log, "--json", "-");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("a kernel that has been running for minutes");
        assertThat(run.out()).contains("\"boots\": []");
    }

    static Stream<Arguments> filesWithoutKernelLines() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        byte[] picture = noise.clone();
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, picture, 0, 8);
        return Stream.of(
                Arguments.of("empty", new byte[0]),
                Arguments.of("noise", noise),
                Arguments.of("picture", picture),
                Arguments.of("zeros", new byte[100_000]),
                Arguments.of("letter", "Dear all,\n\nsee you on Monday.\n".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesWithoutKernelLines")
    void aFileWithoutKernelLinesIsNamed(String name, byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve(name), bytes);
        Run run = Run.bootledger("analyze", file, "--out", directory.resolve("report"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).startsWith("bootledger: " + file + ": ");
        assertThat(directory).isDirectoryNotContaining("glob:**report*");
    }

    @Test
    void aCutArchiveIsNamed() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(Files.readAllBytes(SAMPLE));
        }
        byte[] half = java.util.Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2);
        Run run = Run.bootledger("analyze", Files.write(directory.resolve("half.gz"), half));
        assertThat(run.err()).contains("half.gz");
        assertThat(run.err()).doesNotContain("Exception");
    }

    @Test
    void theOtherLogsAreAnalysedAllTheSame() {
        Run run = Run.with(
                InputStream.nullInputStream(),
                Map.of("COLUMNS", "300"),
                "analyze",
                SAMPLE,
                directory.resolve("missing.log"),
                SAMPLE);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("missing.log");
        assertThat(run.out().lines().filter(line -> line.startsWith(SAMPLE.toString())))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "analyze",
                "analyse boot.log",
                "analyze --no-such-option boot.log",
                "analyze boot.log --out",
                "analyze boot.log --text --quiet",
                "analyze boot.log --text --json -",
                "analyze - -",
            })
    void wrongUsageIsExplained(String commandLine) {
        Run run = Run.bootledger((Object[]) (commandLine.isEmpty() ? new String[0] : commandLine.split(" ")));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("bootledger: ").doesNotContain("Exception");
    }

    @Test
    void aSymbolFileThatIsNoneIsRefused() {
        Run run = Run.bootledger("analyze", SAMPLE, "--symbols", SAMPLE);
        thenUnreadable(run, "--symbols " + SAMPLE + " is not a symbol table");
    }

    @Test
    void aMissingSymbolFileIsNamed() {
        Path missing = directory.resolve("System.map");
        thenUnreadable(
                Run.bootledger("analyze", SAMPLE, "--symbols", missing),
                "--symbols " + missing + ": there is no such file");
    }

    @Test
    void aClosedPipeEndsQuietly() {
        Run run = Run.into(failing("Broken pipe"), "analyze", SAMPLE);
        assertThat(run.exitCode()).isEqualTo(141);
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--text", "--json -"})
    void aFullDiskIsSaid(String how) {
        Object[] words = Stream.concat(Stream.of("analyze", SAMPLE), Stream.of(how.split(" ")))
                .toArray();
        Run run = Run.into(failing("No space left on device"), words);
        thenUnreadable(run, "standard output: the disk is full");
    }

    @Test
    void aForeignDirectoryIsRefusedAndLeftAlone() throws IOException {
        Path precious = Files.writeString(directory.resolve("thesis.tex"), "years of work");
        Run run = Run.bootledger("analyze", SAMPLE, "--out", directory);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("thesis.tex");
        assertThat(precious).hasContent("years of work");
        assertThat(directory.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFileIsNoPlaceForAReport() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");
        Run run = Run.bootledger("analyze", SAMPLE, "--out", file);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(file).hasContent("text");
    }

    @Test
    void aPlaceBelowAFileIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");
        Run out = Run.bootledger("analyze", SAMPLE, "--out", file.resolve("report"));
        assertThat(out.exitCode()).isEqualTo(3);
        assertThat(out.err()).hasLineCount(1).doesNotContain("Exception");
        Run json = Run.bootledger("analyze", SAMPLE, "--json", directory.resolve("none/boot.json"));
        assertThat(json.exitCode()).isEqualTo(3);
        assertThat(json.err()).hasLineCount(1).doesNotContain("Exception");
    }

    @Test
    void aLogWithoutInitcallsIsReadWithANote() {
        Path plain = Checkout.sample("no-initcall-debug/dmesg.txt");
        Run summary = Run.bootledger("analyze", plain);
        assertThat(summary.exitCode()).isZero();
        assertThat(summary.out()).contains("6.1.0-50-cloud-amd64", "initcall_debug");
        Run json = Run.bootledger("analyze", plain, "--json", directory.resolve("boot.json"));
        assertThat(json.exitCode()).isZero();
        assertThat(json.err()).startsWith("bootledger: " + plain + ": ").contains("initcall_debug");
        assertThat(Run.bootledger("analyze", plain, "--json", "-", "--quiet").err())
                .isEmpty();
    }

    @Test
    void aFaultOfOurOwnHasAStackTraceOnlyWhenAskedFor() {
        Run run = Run.with(faulty(), Map.of(), "analyze", "-");
        assertThat(run.exitCode()).isEqualTo(70);
        assertThat(run.err()).contains("a fault of bootledger itself").doesNotContain("\tat ");
        Run debug = Run.with(faulty(), Map.of("BOOTLEDGER_DEBUG", "1"), "analyze", "-");
        assertThat(debug.err()).contains("\tat ");
    }

    private static void thenUnreadable(Run run, String sentence) {
        assertThat(run.err()).startsWith("bootledger: " + sentence).hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    private static InputStream faulty() {
        return new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("surprise");
            }
        };
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}

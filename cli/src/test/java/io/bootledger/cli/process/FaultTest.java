package io.bootledger.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Child;
import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit code 1 is the gate's word alone: whatever is thrown ends with 70 or, where an input is to blame, with 2 or 3. */
class FaultTest {
    private static final Path SAMPLE = Checkout.sample("killed-early/console.log");

    @TempDir
    Path directory;

    static Stream<Throwable> faults() {
        return Stream.of(
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new NoClassDefFoundError("x"),
                new AssertionError("x"),
                new IllegalStateException("x"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whateverIsThrownHasASentence(Throwable fault) {
        Run run = Run.with(throwing(fault), Map.of(), "analyze", "-");
        assertThat(run.exitCode()).isEqualTo(70);
        assertThat(run.err())
                .startsWith("bootledger: ")
                .contains("fault of bootledger itself", "BOOTLEDGER_DEBUG")
                .doesNotContain("\tat ");
    }

    private static InputStream throwing(Throwable fault) {
        return new InputStream() {
            @Override
            public int read() {
                return FaultTest.<RuntimeException>thrown(fault);
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> int thrown(Throwable fault) throws T {
        throw (T) fault;
    }

    @Test
    void aHeapThatIsTooSmallIsSaid() throws IOException {
        Path large = directory.resolve("large.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(large))) {
            for (int i = 0; i < 400_000; i++) {
                String stamp = String.format(java.util.Locale.ROOT, "[%12.6f] ", i / 1e6);
                out.write((stamp + "calling  f" + i + "+0x0/0x10 @ 1\n").getBytes());
            }
        }
        Run run = Child.withHeap("24m", "analyze", large);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(70);
        assertThat(run.err()).contains("large.gz: it takes more memory than it may", "-Xmx1g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep", "long", "many", "endless"})
    void aBudgetThatIsTooMuchIsToBlameItself(String how) throws IOException {
        Path budget = directory.resolve("budget.toml");
        switch (how) {
            case "deep" -> Files.writeString(budget, "a = " + "[".repeat(100_000) + "]".repeat(100_000));
            case "long" -> Files.writeString(budget, "schema = 1\nx = \"" + "y".repeat(1_000_000) + "\"");
            case "many" ->
                Files.writeString(
                        budget, "schema = 1\n" + "[[budget]]\nmetric = \"total\"\nmax = \"1 s\"\n".repeat(200_000));
            default -> budget = Path.of("/dev/zero");
        }
        Run run = Run.bootledger("gate", "--baseline", SAMPLE, "--candidate", SAMPLE, "--budget", budget);
        assertThat(run.exitCode()).as(run.err()).isIn(2, 3);
        assertThat(run.err().length()).isLessThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "true", "\"\"", "{"})
    void whatIsNoBudgetAtAllIsSaidSo(String json) throws IOException {
        Path budget = Files.writeString(directory.resolve("budget.json"), json);
        Run run = Run.bootledger("gate", "--baseline", SAMPLE, "--candidate", SAMPLE, "--budget", budget);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("budget.json").doesNotContain("java.util", "Coercion");
    }

    @Test
    void aScenarioThatNeverEndsIsNone() {
        Run run = Run.bootledger("simulate", "/dev/zero");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("longer than");
    }
}

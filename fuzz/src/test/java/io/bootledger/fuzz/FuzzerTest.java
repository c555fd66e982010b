package io.bootledger.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fuzzer itself, on a program with a known fault. */
class FuzzerTest {
    @TempDir
    private Path findings;

    @Test
    void aFaultIsFoundOnceNamedAndMadeSmall() throws Exception {
        Fuzzer fuzzer = new Fuzzer(
                (input, depth) -> {
                    if (new String(input.bytes(), StandardCharsets.ISO_8859_1).contains("initcall")) {
                        throw new ArithmeticException("it happened");
                    }
                },
                findings);

        Map<String, Finding> found = fuzzer.run(3, 0, 200);

        assertThat(found).hasSize(1);
        Finding finding = found.values().iterator().next();
        assertThat(finding.signature()).startsWith("ArithmeticException at FuzzerTest.java:");
        assertThat(finding.command())
                .contains("-Dfuzz.seed=3 -Dfuzz.from=" + finding.input().number() + " ");
        Path kept = findings.resolve(finding.signature().replaceAll("[^A-Za-z0-9]+", "-") + "."
                + finding.input().kind().ending());
        assertThat(kept).hasBinaryContent("initcall".getBytes(US_ASCII));
        assertThat(Files.readString(Path.of(kept + ".txt"))).contains("it happened", finding.command());
    }

    @Test
    void depthsComeInTheirTurn() {
        assertThat(Depth.of(0)).isEqualTo(Depth.COMMANDS);
        assertThat(Depth.of(1)).isEqualTo(Depth.SUMMARY);
        assertThat(Depth.of(48)).isEqualTo(Depth.AGAIN);
        assertThat(Depth.of(128)).isEqualTo(Depth.EXPORTS);
    }
}

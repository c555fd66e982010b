package io.bootledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.fuzz.input.Input;
import io.bootledger.fuzz.input.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some thousand inputs, always the same ones. More of them: {@code -Dfuzz.seed=1 -Dfuzz.seeds=50 -Dfuzz.inputs=100000}; see
 * docs/fuzzing.md.
 */
class FuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final long SEEDS = Long.getLong("fuzz.seeds", 1);
    private static final long FROM = Long.getLong("fuzz.from", 0);
    private static final long INPUTS = Long.getLong("fuzz.inputs", 3_000);
    private static final Path FINDINGS = Path.of("target", "fuzz");
    private static final Path CORPUS = Path.of("src", "test", "resources", "io", "bootledger", "fuzz", "corpus");

    @TempDir
    private Path directory;

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void noInputBreaksALaw() throws Exception {
        Tally tally = new Tally();
        Examination examination = new Examination(new CommandExamination(directory), tally);
        Fuzzer fuzzer = new Fuzzer(examination::of, FINDINGS);
        Map<String, Finding> found = Map.of();
        for (long seed = SEED; seed < SEED + SEEDS; seed++) {
            found = fuzzer.run(seed, FROM, INPUTS);
        }
        System.out.println(tally);
        assertThat(found.values())
                .as("what was found; inputs are in fuzz/" + FINDINGS)
                .isEmpty();
        assertThat(tally.inputs()).isEqualTo(SEEDS * INPUTS);
    }

    /** What was found once and mended stays so. */
    @ParameterizedTest
    @MethodSource("corpus")
    void whatOnceBrokeALawKeepsItNow(Path file) throws IOException {
        Input input = new Input(0, 0, Input.Kind.of(file.toString()), Files.readAllBytes(file));
        new Examination(new CommandExamination(directory), new Tally()).of(input, Depth.COMMANDS);
    }

    @Test
    void anInputIsTheSameBytesWhateverWasAskedForBefore() {
        Inputs one = new Inputs(7);
        Inputs other = new Inputs(7);
        for (long number = 0; number < 200; number++) {
            one.of(number);
        }
        for (long number = 199; number >= 0; number--) {
            assertThat(other.of(number).bytes()).isEqualTo(one.of(number).bytes());
        }
    }
}

package io.bootledger.analyzer.levels;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.levels.MeasureInference.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleLevelsTest {
    private static final Path SAMPLES = Path.of("..", "traces", "samples");

    @Test
    void inferenceWithoutTheKernelsOwnTableIsNearlyAlwaysRight() throws IOException {
        Map<String, Score> scores = MeasureInference.measure(SAMPLES, release -> source -> source.contains(release));

        assertThat(scores).hasSizeGreaterThanOrEqualTo(4).allSatisfy((release, score) -> {
            assertThat(score.calls()).isGreaterThan(200);
            assertThat(score.wrong()).as("%s: %s", release, score.mistakes()).isLessThanOrEqualTo(score.calls() / 100);
            assertThat(score.certain()).isGreaterThan(score.calls() * 9 / 10);
            assertThat(score.certainWrong()).isZero();
        });
        int calls = scores.values().stream().mapToInt(Score::calls).sum();
        int wrong = scores.values().stream().mapToInt(Score::wrong).sum();
        assertThat(wrong).isLessThanOrEqualTo(3 * calls / 1000);
    }

    @Test
    void theKernelsOwnTablePlacesEveryCall() throws Exception {
        int calls = 0;
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            for (Path boot : folders.filter(Files::isDirectory).toList()) {
                Score score = MeasureInference.withSymbols(boot);
                assertThat(score.mistakes()).as(boot.toString()).isEqualTo(List.of());
                calls += score.calls();
            }
        }
        assertThat(calls).isGreaterThan(1000);
    }
}

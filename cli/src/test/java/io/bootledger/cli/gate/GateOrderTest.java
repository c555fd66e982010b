package io.bootledger.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of eight boots of each some arrangements only are drawn: which, depends on the boots and on nothing else. */
class GateOrderTest {
    @TempDir
    private Path folder;

    @Test
    void theSameBootsGiveTheSameNumbersInWhateverOrderAndByWhateverName() throws IOException {
        List<Path> baseline = boots("baseline", 1);
        List<Path> candidate = boots("candidate", 9);
        String answer = gate(baseline, candidate);
        assertThat(answer).contains("\"arrangements\": 10000");

        List<Path> shuffled = new ArrayList<>(baseline);
        Collections.shuffle(shuffled, new Random(3));
        List<Path> backwards = new ArrayList<>(candidate);
        Collections.reverse(backwards);
        assertThat(gate(shuffled, backwards)).isEqualTo(answer);

        List<Path> renamed = new ArrayList<>();
        for (Path boot : backwards) {
            renamed.add(Files.copy(boot, folder.resolve("renamed-" + renamed.size() + ".log")));
        }
        assertThat(gate(baseline, renamed)).isEqualTo(answer);
    }

    private List<Path> boots(String name, int seed) throws IOException {
        Path out = folder.resolve(name);
        assertThat(Run.bootledger("simulate", "arm-board", "--boots", 8, "--seed", seed, "--out", out)
                        .exitCode())
                .isZero();
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    /** With margins that chance exceeds, so that there are chances to tell. */
    private String gate(List<Path> baseline, List<Path> candidate) throws IOException {
        Path narrow = Files.writeString(folder.resolve("narrow.toml"), """
                [defaults]
                total = { rel = "0 %", abs = "1 us" }
                phase = { rel = "0 %", abs = "1 us" }
                initcall = { rel = "0 %", abs = "1 us" }
                """);
        List<Object> words = new ArrayList<>(List.of("gate", "--json", "-", "--budget", narrow, "--baseline"));
        words.addAll(baseline);
        words.add("--candidate");
        words.addAll(candidate);
        return Run.bootledger(words.toArray()).out();
    }
}

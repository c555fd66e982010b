package io.bootledger.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands, run as they stand there. */
class ReadmeTest {
    private static final String PROMPT = "    ./bootledger ";

    @TempDir
    private Path folder;

    @Test
    void theGateDemoDoesWhatTheReadmeSays() {
        String section = section("Gate a build");
        List<String> simulated = commands(section, "simulate ");
        List<String> gates = commands(section, "gate --baseline 'demo/");
        assertThat(simulated).hasSize(3);
        assertThat(gates).hasSize(2);

        simulated.forEach(
                command -> assertThat(run(command).exitCode()).as(command).isZero());
        Run unchanged = run(gates.get(0));
        Run slower = run(gates.get(1));

        assertThat(unchanged.exitCode()).isZero();
        assertThat(slower.exitCode()).isEqualTo(1);
        assertThat(section).contains(firstLine(unchanged), firstLine(slower));
        assertThat(firstLine(slower)).startsWith("REGRESSED").contains("; fec_driver_init +19.8 ms");
    }

    /** Those of the gate's demo aside. */
    @Test
    void eachOtherCommandEndsWell() throws IOException {
        List<String> lines = Checkout.text("README.md")
                .lines()
                .filter(line -> line.startsWith(PROMPT) && !line.contains("demo/"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(3);
        for (String line : lines) {
            byte[] said = {};
            for (String command : line.replaceFirst(" > .*", "").split(" \\| ")) {
                Run run = Run.with(new ByteArrayInputStream(said), Map.of(), words(command));
                assertThat(run.exitCode()).as(line + "\n" + run.err()).isZero();
                said = run.outBytes();
            }
            assertThat(said).as(line).isNotEmpty();
        }
        assertThat(folder.resolve("report/index.html")).isNotEmptyFile();
        assertThat(folder.resolve("comparison/index.html")).isNotEmptyFile();
    }

    private Object[] words(String command) {
        return Stream.of(command.strip().substring("./bootledger ".length()).split(" +"))
                .map(word -> switch (word) {
                    case "boot.log" -> Checkout.sample("amd64-6.1-cloud/dmesg.txt");
                    case "report", "comparison" -> folder.resolve(word);
                    default -> word.startsWith("traces/") ? Checkout.path(word) : word;
                })
                .toArray();
    }

    private static String section(String title) {
        String readme = Checkout.text("README.md");
        return Stream.of(readme.split("(?m)^## "))
                .filter(part -> part.startsWith(title + "\n"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> commands(String section, String beginning) {
        return section.lines()
                .filter(line -> line.startsWith(PROMPT + beginning))
                .map(line -> line.substring(PROMPT.length()))
                .toList();
    }

    /** As a shell would: no blank is quoted in these commands. */
    private Run run(String command) {
        return Run.bootledger((Object[])
                command.replace("'", "").replace("demo/", folder + "/").split(" +"));
    }

    private static String firstLine(Run run) {
        return run.out().lines().findFirst().orElseThrow();
    }
}

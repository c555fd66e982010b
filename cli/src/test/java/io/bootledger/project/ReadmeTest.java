package io.bootledger.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's gate demo, run as it stands there. */
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

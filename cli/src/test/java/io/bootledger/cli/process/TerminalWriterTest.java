package io.bootledger.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name of a file, option or value reaches a terminal as anything but text, nor makes a line of its own. */
class TerminalWriterTest {
    private static final String ESCAPE = "\033[2J\033]0;title\007";
    private static final String FORGED = "\nbootledger: all is well";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analyze %s",
                "analyze --%s",
                "analyze - --json %s/x",
                "analyze - --by %s",
                "%s",
                "simulate %s",
                "simulate --set %s",
                "simulate --kernel %s",
                "simulate --like %s",
                "simulate --seed %s",
                "gate --budget %s --baseline - --candidate -",
                "gate --%s",
                "ingest - --tag %s",
                "ingest %s --store %s/store",
                "show %s",
                "forget %s",
                "stats --where %s",
                "stats --by %s",
                "history --by %s",
                "symbols learn %s",
                "symbols forget %s",
                "levels --knowledge %s",
                "explain - %s",
                "compare %s %s",
                "export - --as %s",
                "store list --store %s",
                "replay - --until %s"
            })
    void namesAreText(String command) {
        for (String odd : new String[] {"x" + ESCAPE, "x" + FORGED, "\u202Egnp.exe", "\u009B2J"}) {
            Object[] words = java.util.Arrays.stream(command.split(" "))
                    .map(word -> word.replace("%s", odd))
                    .toArray();
            Run run = Run.with(InputStream.nullInputStream(), Map.of("HOME", directory.toString()), words);
            assertThat(run.exitCode()).as(command).isIn(2, 3);
            assertThat(run.err() + run.out())
                    .as(command)
                    .isNotEmpty()
                    .doesNotContain("\033", "\007", FORGED, "\u202E", "\u009B");
        }
    }

    @Test
    void soIsTheNameOfALogThatIsRead() throws IOException {
        Path log = directory.resolve("x" + ESCAPE + FORGED.strip());
        Files.copy(Checkout.sample("killed-early/console.log"), log);
        Path store = directory.resolve("store");
        for (Object[] words : new Object[][] {
            {"analyze", log},
            {"ingest", log, "--store", store},
            {"store", "list", "--store", store},
            {"stats", "--store", store}
        }) {
            Run run = Run.bootledger(words);
            assertThat(run.err() + run.out()).doesNotContain("\033", "\007");
        }
    }
}

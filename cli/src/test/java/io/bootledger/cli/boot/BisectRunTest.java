package io.bootledger.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Child;
import io.bootledger.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A toy repository whose "kernel" is a script that prints the log of a simulated boot, each with noise of its own. */
@Timeout(200)
class BisectRunTest {
    private static final int COMMITS = 16;
    private static final int BROKEN = 4;
    private static final int FIRST_BAD = 11;

    @TempDir
    static Path folder;

    private static final List<String> SLOWER = List.of("--set", "initcall.fec_driver_init.duration=+20ms");

    @BeforeAll
    static void simulate() {
        simulated("good", 1, List.of());
        for (int commit = 1; commit <= COMMITS; commit++) {
            simulated("of-" + commit, 100 * commit, commit < FIRST_BAD ? List.of() : SLOWER);
        }
    }

    private static void simulated(String name, int seed, List<String> more) {
        List<Object> words = new ArrayList<>(
                List.of("simulate", "arm-board", "--boots", "6", "--seed", seed, "--out", folder.resolve(name)));
        words.addAll(more);
        assertThat(Run.bootledger(words.toArray()).exitCode()).isZero();
    }

    private static String boots(String name) {
        return "cat '" + folder.resolve(name) + "'/boot-$BOOTLEDGER_BOOT.log";
    }

    private static Run judged(String command, Object... more) {
        List<Object> words = new ArrayList<>(List.of(
                "bisect-run", "--good", folder.resolve("good"), "--cmd", command, "--out", folder.resolve("kept")));
        words.addAll(List.of(more));
        return Run.bootledger(words.toArray());
    }

    @Test
    void theExitCodesAreGits() {
        assertThat(judged(boots("of-1")).exitCode()).isZero();
        Run bad = judged(boots("of-16"));
        assertThat(bad.exitCode()).as(bad.err()).isEqualTo(1);
        assertThat(bad.out()).startsWith("bad (").contains("fec_driver_init +");
        assertThat(judged("echo no kernel").out()).startsWith("skip (").contains("it does not boot");
        assertThat(judged("echo no kernel").exitCode()).isEqualTo(125);
        assertThat(judged(boots("of-1"), "--runs", 2).exitCode())
                .as("two boots decide nothing")
                .isEqualTo(125);
    }

    @Test
    void whateverGoesWrongEndsTheBisection() {
        assertThat(Run.bootledger("bisect-run", "--cmd", "true").exitCode()).isEqualTo(130);
        assertThat(judged("true", "--runs", 0).exitCode()).isEqualTo(130);
        assertThat(judged("no-such-command-here").exitCode()).isEqualTo(131);
        assertThat(Run.bootledger(
                                "bisect-run",
                                "--good",
                                folder.resolve("none"),
                                "--cmd",
                                "true",
                                "--out",
                                folder.resolve("kept"))
                        .exitCode())
                .isEqualTo(131);
    }

    @Test
    void gitFindsTheFirstSlowCommitOfSixteenBesideOneThatDoesNotBoot() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        git(tree, "init", "-q");
        for (int commit = 1; commit <= COMMITS; commit++) {
            Files.writeString(
                    tree.resolve("kernel.sh"), commit == BROKEN ? "echo no kernel\n" : boots("of-" + commit) + "\n");
            git(tree, "add", "kernel.sh");
            git(tree, "commit", "-q", "-m", "commit " + commit);
        }
        git(tree, "bisect", "start", "HEAD", "HEAD~" + (COMMITS - 1));
        String command = Child.bootledger(
                        "bisect-run",
                        "--good",
                        folder.resolve("good"),
                        "--cmd",
                        "sh kernel.sh",
                        "--out",
                        folder.resolve("bisect"))
                .stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        Path script = folder.resolve("judge.sh");
        Files.writeString(script, "exec " + command + "\n");

        String said = git(tree, "bisect", "run", "sh", script.toString());

        assertThat(said).contains("is the first bad commit", "\n    commit " + FIRST_BAD + "\n");
        assertThat(folder.resolve("bisect/001/verdict.json")).isNotEmptyFile();
        assertThat(folder.resolve("bisect/001/boots/06.log")).isNotEmptyFile();
    }

    private static String git(Path tree, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(words));
        Path said = Files.createTempFile(folder, "git", ".out");
        ProcessBuilder git = new ProcessBuilder(command)
                .directory(tree.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        git.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process process = git.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }
}

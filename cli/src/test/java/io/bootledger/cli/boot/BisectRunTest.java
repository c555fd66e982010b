package io.bootledger.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Child;
import io.bootledger.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        List<Object> words =
                new ArrayList<>(List.of("simulate", "arm-board", "--seed", seed, "--out", folder.resolve(name)));
        words.addAll(more.contains("--boots") ? List.of() : List.of("--boots", "6"));
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
    void whatCannotBeBuiltIsSkippedAndWhatItSaidIsKept() throws Exception {
        Run run = judged(boots("of-1"), "--build", "echo make: no rule; exit 2");
        assertThat(run.exitCode()).isEqualTo(125);
        assertThat(run.out()).startsWith("skip (").contains("it cannot be built");
        Path kept = Path.of(run.out().substring("skip (".length(), run.out().indexOf(')')));
        assertThat(kept.resolve("build.log")).hasContent("make: no rule");
        assertThat(judged(boots("of-1"), "--build", "true").exitCode()).isZero();
    }

    @Test
    void itBootsOnWhereSixLeaveItOpenAndNotElsewhere() throws Exception {
        simulated("better", 3000, List.of("--boots", "12"));
        simulated("open", 4000, List.of("--boots", "12", "--set", "initcall.fec_driver_init.duration=+1500us"));
        Run few = judged(boots("of-1"), "--more");
        assertThat(few.exitCode()).isEqualTo(130);
        assertThat(few.err()).contains("--more wants 12 good boots, and there are 6");
        assertThat(judged(boots("of-1"), "--more", "--runs", 3).err()).contains("leave --runs out");

        Run bad = sequential("of-16");
        assertThat(bad.exitCode()).as(bad.out() + bad.err()).isEqualTo(1);
        assertThat(bootsOf(bad)).isEqualTo(6);
        Run open = sequential("open");
        assertThat(open.err()).contains("not decided by 6 boots of each");
        assertThat(bootsOf(open)).isEqualTo(12);
    }

    private static Run sequential(String kernel) {
        return Run.bootledger(
                "bisect-run",
                "--good",
                folder.resolve("better"),
                "--boot",
                boots(kernel),
                "--more",
                "--out",
                folder.resolve("kept"));
    }

    private static long bootsOf(Run run) throws IOException {
        String folder =
                run.out().substring(run.out().indexOf('(') + 1, run.out().indexOf(')'));
        try (Stream<Path> kept = Files.list(Path.of(folder, "boots"))) {
            return kept.filter(file -> file.toString().endsWith(".log")).count();
        }
    }

    /** A commit on the way is slower for another reason. */
    @Test
    void whatBadBootsAreNotSlowerInMakesNoCommitBad() {
        simulated("other", 5000, List.of("--set", "initcall.net_ns_init.duration=+20ms"));
        assertThat(judged(boots("other")).exitCode()).isEqualTo(1);

        Run other = judged(boots("other"), "--bad", folder.resolve("of-16"));
        assertThat(other.exitCode()).as(other.out() + other.err()).isZero();
        assertThat(other.err()).contains("looking for what made it slower: fec_driver_init +20");
        assertThat(other.out())
                .startsWith("good (")
                .contains("): fec_driver_init is no slower", "; REGRESSED total ", "; net_ns_init +");
        Run same = judged(boots("of-11"), "--bad", folder.resolve("of-16"));
        assertThat(same.exitCode()).as(same.out()).isEqualTo(1);

        Run nothing = judged(boots("of-11"), "--bad", folder.resolve("of-1"));
        assertThat(nothing.exitCode()).isEqualTo(131);
        assertThat(nothing.err()).contains("nothing is slower in --bad than in --good");
    }

    @Test
    void whatMayBeAsSlowAsTheBadBootsIsSkipped() {
        String sometimes = "n=$BOOTLEDGER_BOOT; cat '" + folder + "'/of-$((n % 2 ? 16 : 1))/boot-$n.log";
        Run half = judged(sometimes, "--bad", folder.resolve("of-16"));
        assertThat(half.exitCode()).as(half.out() + half.err()).isEqualTo(125);
    }

    @Test
    void whateverGoesWrongEndsTheBisection() {
        assertThat(Run.bootledger("bisect-run", "--cmd", "true").exitCode()).isEqualTo(130);
        assertThat(judged("true", "--runs", 0).exitCode()).isEqualTo(130);
        Run none = judged("no-such-command-here");
        assertThat(none.exitCode()).isEqualTo(131);
        assertThat(none.err()).contains("--boot: the shell cannot run it");
        Run build = Run.bootledger(
                "bisect-run",
                "--good",
                folder.resolve("good"),
                "--boot",
                "true",
                "--build",
                "no-such-make -s",
                "--out",
                folder.resolve("misspelt"));
        assertThat(build.exitCode()).isEqualTo(131);
        assertThat(build.err()).contains("--build: the shell cannot run it");
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
        ToyRepository tree = new ToyRepository(folder.resolve("tree"));
        for (int commit = 1; commit <= COMMITS; commit++) {
            tree.commit("kernel.sh", commit == BROKEN ? "echo no kernel" : boots("of-" + commit));
        }
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

        String said = tree.bisect(COMMITS - 1, "sh", script.toString());

        assertThat(said).contains("is the first bad commit", "\n    commit " + FIRST_BAD + "\n");
        assertThat(folder.resolve("bisect/001/verdict.json")).isNotEmptyFile();
        assertThat(folder.resolve("bisect/001/boots/006.log")).isNotEmptyFile();
    }
}

package io.bootledger.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** How often a bisection of simulated boots ends at the right commit: each boot has noise of its own, and the slowdown is 0.3 % of it. */
@EnabledIfEnvironmentVariable(
        named = "BOOTLEDGER_REAL_BOOTS",
        matches = "1|all",
        disabledReason = "takes a minute: -Preal-boots")
@Timeout(900)
class BisectOftenTest {
    private static final int BISECTIONS = 20;
    private static final int COMMITS = 16;
    private static final String SLOWER = "initcall.fec_driver_init.duration=+4ms";

    @TempDir
    private Path folder;

    @Test
    void atLeastNineteenOfTwentyBisectionsEndAtTheRightCommit() {
        Random random = new Random(17);
        List<String> wrong = new ArrayList<>();
        for (int bisection = 1; bisection <= BISECTIONS; bisection++) {
            int firstBad = 2 + random.nextInt(COMMITS - 1);
            int found = bisect(1000 * bisection, firstBad);
            if (found != firstBad) {
                wrong.add("bisection " + bisection + ": " + found + " instead of " + firstBad);
            }
        }
        System.out.println(
                "bisections that ended at the right commit: " + (BISECTIONS - wrong.size()) + " of " + BISECTIONS);
        assertThat(wrong).hasSizeLessThanOrEqualTo(BISECTIONS - 19);
    }

    /** As git does it: halves what is left; 0 where all that is left is skipped. */
    private int bisect(int seed, int firstBad) {
        Path good = simulated(seed, 0, firstBad);
        int lastGood = 1;
        int bad = COMMITS;
        while (bad - lastGood > 1) {
            int commit = (lastGood + bad) / 2;
            int answer = BisectAnswer.SKIP;
            while (answer == BisectAnswer.SKIP && commit < bad) {
                answer = judged(good, seed, commit, firstBad);
                commit++;
            }
            if (answer == BisectAnswer.SKIP) {
                return 0;
            }
            if (answer == BisectAnswer.GOOD) {
                lastGood = commit - 1;
            } else {
                bad = commit - 1;
            }
        }
        return bad;
    }

    private int judged(Path good, int seed, int commit, int firstBad) {
        Run run = Run.bootledger(
                "bisect-run",
                "--good",
                good,
                "--boot",
                "cat '" + simulated(seed, commit, firstBad) + "'/boot-$BOOTLEDGER_BOOT.log",
                "--out",
                folder.resolve("kept-" + seed));
        assertThat(run.exitCode()).as(run.err()).isIn(BisectAnswer.GOOD, BisectAnswer.BAD, BisectAnswer.SKIP);
        return run.exitCode();
    }

    /** Six boots of a commit; those of commit 0 are the good ones. */
    private Path simulated(int seed, int commit, int firstBad) {
        Path boots = folder.resolve(seed + "-" + commit);
        if (!Files.exists(boots)) {
            List<Object> words = new ArrayList<>(
                    List.of("simulate", "arm-board", "--boots", 6, "--seed", seed + 10 * commit, "--out", boots));
            if (commit >= firstBad) {
                words.addAll(List.of("--set", SLOWER));
            }
            assertThat(Run.bootledger(words.toArray()).exitCode()).isZero();
        }
        return boots;
    }
}

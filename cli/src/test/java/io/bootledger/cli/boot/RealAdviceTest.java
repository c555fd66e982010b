package io.bootledger.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What is advised for a real kernel, tried on it. */
@EnabledIfEnvironmentVariable(
        named = "BOOTLEDGER_REAL_BOOTS",
        matches = "all",
        disabledReason = "boots for minutes: -Preal-boots -Dreal.boots=all")
@Timeout(1800)
class RealAdviceTest {
    @TempDir
    private Path folder;

    @Test
    void fiveWordsAreTriedAndTheOneThatGainsIsFound() throws Exception {
        RealKernel kernel = RealKernel.prepared();

        Run run = Run.bootledger(
                "advise", "--try", kernel.boots("\"$BOOTLEDGER_APPEND\""), "--out", folder.resolve("tries"));

        System.out.println(run.out());
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).startsWith("cryptomgr.notests=1 ").contains(" crypto_algapi_init -");
        assertThat(lines).noneMatch(line -> line.contains("slower") || line.contains("no boot with it"));
    }
}

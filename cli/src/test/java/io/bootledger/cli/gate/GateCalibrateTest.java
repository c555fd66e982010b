package io.bootledger.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import io.bootledger.project.SchemasTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateCalibrateTest {
    @TempDir
    private static Path boots;

    @BeforeAll
    static void twoSessionsOfABoard() {
        for (int session = 1; session <= 2; session++) {
            Run.bootledger(
                    "simulate",
                    "arm-board",
                    "--boots",
                    6,
                    "--seed",
                    100 * session,
                    "--out",
                    boots.resolve("s" + session));
        }
    }

    @Test
    void bootsOfOneKernelTellHowTheGateSuitsThem() throws IOException {
        Run run = Run.bootledger("gate", "calibrate", boots + "/s1/*.log", boots + "/s2/*.log");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("12 boots of one kernel, dealt to two sides of 6")
                .containsPattern("the gate would have failed [01] times \\(total 0,")
                .contains("10 v 10", "2 sessions", "from boots drawn more than once");
        Path toml = Files.writeString(
                boots.resolve("bootledger.toml"), run.out().substring(run.out().indexOf("  [defaults]")));
        Run gate = Run.bootledger(
                "gate", "--baseline", boots + "/s1/*.log", "--candidate", boots + "/s2/*.log", "--budget", toml);
        assertThat(gate.exitCode()).isZero();
    }

    @Test
    void theOrderOfTheFilesIsNoAnswer() {
        String logs = boots + "/s1/boot-%d.log";
        List<Object> backwards = new ArrayList<>(List.of("gate", "calibrate"));
        for (int boot = 6; boot >= 1; boot--) {
            backwards.add(String.format(Locale.ROOT, logs, boot));
        }

        assertThat(Run.bootledger(backwards.toArray()).out())
                .isEqualTo(
                        Run.bootledger("gate", "calibrate", boots + "/s1/*.log").out());
    }

    @Test
    void programsReadIt() {
        Run run = Run.bootledger("gate", "calibrate", boots + "/s1/*.log", "--json", "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("{")
                .contains("\"schema\": \"bootledger/gate-calibration/v2\"", "\"sessions\": null", "\"detectable\"");
        SchemasTest.thenFulfils("gate-calibration.schema.json", run.out());
    }

    @Test
    void sixBootsCannotFailAndAreNoGoodSign() {
        Run run = Run.bootledger("gate", "calibrate", boots + "/s1/*.log");

        assertThat(run.out())
                .contains("of so few boots the gate can say nothing (insufficient each time)", "12 or more.")
                .doesNotContain("would have failed");
        Run power = Run.bootledger("gate", "power", "--from", boots + "/s1/*.log", "--n", "3", "--runs", "2");
        assertThat(power.out().replaceAll("\\s+", " "))
                .contains("random 3 v 3 were insufficient: these boots cannot tell, and nothing of them is red.");
    }

    @Test
    void aFewBootsAreTooFew() {
        Run run = Run.bootledger("gate", "calibrate", boots + "/s1/boot-[1-3].log");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("3 complete boots: boot the same kernel at least 6 times, better 20");
        assertThat(Run.bootledger("gate", "calibrate").exitCode()).isEqualTo(2);
    }
}

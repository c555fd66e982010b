package io.bootledger.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Consoles that are no pipe. */
@Timeout(100)
class BootConsoleTest {
    private static final Path LOG = Checkout.sample("amd64-6.1-cloud/dmesg.txt");

    @TempDir
    private Path folder;

    private final Leftovers leftovers = new Leftovers();

    private Run boot(Object... words) {
        List<Object> all = new ArrayList<>(List.of("boot", "--runs", 1, "--out", out()));
        all.addAll(List.of(words));
        return Run.bootledger(all.toArray());
    }

    private Path out() {
        return folder.resolve("boots");
    }

    private JsonNode told() {
        return JsonMapper.shared()
                .readTree(out().resolve("boot.json").toFile())
                .get("boots")
                .get(0);
    }

    @Test
    void aCommandThatNeedsATerminalHasOne() {
        assumeThat(Path.of("/usr/bin/script")).as("script of util-linux").isExecutable();
        Run run = boot("--terminal", "--a", "[ -t 0 ] && [ -t 1 ] || exit 9; cat '" + LOG + "'; " + leftovers.sleep());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(told().get("ended").asString()).isEqualTo("init");
        assertThat(told().get("command").asString()).startsWith("[ -t 0 ]");
        assertThat(leftovers.count()).isZero();
    }

    @Test
    void theExitCodeIsThatOfTheCommandOnATerminalTooAndNothingOutlivesIt() {
        assumeThat(Path.of("/usr/bin/script")).as("script of util-linux").isExecutable();
        boot("--terminal", "--a", "trap '' TERM HUP; " + leftovers.sleep() + " & exit 7");

        assertThat(told().get("ended").asString()).isEqualTo("exit");
        assertThat(told().get("exit_code").asInt()).isEqualTo(7);
    }

    @Test
    void whatOutlivesTheCommandOnATerminalIsEndedWithIt() {
        assumeThat(Path.of("/usr/bin/script")).as("script of util-linux").isExecutable();
        boot("--terminal", "--a", "trap '' HUP; nohup " + leftovers.sleep() + " >/dev/null 2>&1 & cat '" + LOG + "'");

        assertThat(leftovers.count()).isZero();
    }

    @Test
    void whoIgnoresTermOnATerminalIsKilled() {
        assumeThat(Path.of("/usr/bin/script")).as("script of util-linux").isExecutable();
        boot("--terminal", "--timeout", "1s", "--a", "trap '' TERM HUP; while :; do " + leftovers.sleep() + "; done");

        assertThat(told().get("ended").asString()).isEqualTo("timeout");
        assertThat(leftovers.count()).isZero();
    }

    @Test
    void withoutItThereIsNone() {
        assertThat(boot("--a", "[ ! -t 1 ] && cat '" + LOG + "'").exitCode()).isZero();
    }

    /** A board is the other end of a pair of pseudo terminals; what it sends is a console's: each line ends with CR LF. */
    @Test
    void aSerialPortIsReadWhileTheCommandOnlySwitchesTheBoardOn() throws Exception {
        Path port = folder.resolve("ttyUSB0");
        Path board = folder.resolve("board");
        Path sent = Files.writeString(
                folder.resolve("sent"), Files.readString(LOG).replace("\n", "\r\n") + "a\0b\r\nboard login: ");
        Process pair = pair(port, board);
        try {
            // Of the boot before.
            Files.writeString(board, "\nboard login: ");
            Run run = boot(
                    "--serial",
                    port + ",115200",
                    "--mark",
                    "login: $",
                    "--a",
                    "cat '" + sent + "' >'" + board + "'; " + leftovers.sleep() + " &");

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(told().get("ended").asString()).isEqualTo("mark");
            assertThat(out().resolve("a/001.log")).hasSameBinaryContentAs(sent);
            assertThat(leftovers.count()).isZero();
            assertThat(pair.isAlive()).as("what was there before is not ended").isTrue();
        } finally {
            pair.destroy();
            pair.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static Process pair(Path port, Path board) throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/socat")).as("socat").isExecutable();
        Process pair = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + port, "pty,raw,echo=0,link=" + board)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        while (!Files.exists(port) || !Files.exists(board)) {
            assertThat(pair.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return pair;
    }

    @Test
    void aPortThatIsNotThereAndASwitchThatFailsAreSaid() throws Exception {
        Run run = boot("--serial", folder.resolve("none"), "--a", "true");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("--serial " + folder.resolve("none") + ": there is no such device");
        assertThat(out()).doesNotExist();
        assertThat(boot("--serial", "x,y,9600", "--terminal", "--a", "true").exitCode())
                .isEqualTo(2);

        Path port = folder.resolve("ttyUSB0");
        Process pair = pair(port, folder.resolve("board"));
        try {
            Run failed = Run.bootledger(
                    "boot", "--runs", 1, "--out", folder.resolve("failed"), "--serial", port, "--a", "exit 5");
            assertThat(failed.exitCode()).isEqualTo(3);
            assertThat(failed.out()).contains("the command ended with 5");

            Run speed = boot("--serial", port + ",12345", "--a", "true");
            assertThat(speed.exitCode()).isEqualTo(3);
            assertThat(speed.err())
                    .contains("--serial " + port + ",12345: stty cannot set this port (", "as 9600 or 115200")
                    .doesNotContain("--a");
            assertThat(out()).doesNotExist();
        } finally {
            pair.destroy();
            pair.waitFor(10, TimeUnit.SECONDS);
        }
    }
}

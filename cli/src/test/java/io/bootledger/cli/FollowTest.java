package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.process.Surroundings;
import io.bootledger.project.Checkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FollowTest {
    private static final Path SAMPLE = Checkout.sample("amd64-7.2-cloud/dmesg.txt");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amd64-7.2-cloud/dmesg.txt",
                "amd64-6.1-cloud/dmesg.txt",
                "panic-noinit/console.log",
                "i386-6.12-caller/dmesg.txt"
            })
    void aBootThatIsOverIsSummedUpAtOnce(String sample) {
        Run followed = Run.bootledger("replay", Checkout.sample(sample), "--follow");
        assertThat(followed.exitCode()).isZero();
        assertThat(followed.out())
                .isEqualTo(Run.bootledger("analyze", Checkout.sample(sample)).out());
        assertThat(followed.err())
                .contains("level early, after ", "level subsys", "level late")
                .doesNotContain("\r", "\033");
    }

    @Test
    void whatArrivedIsShownAtOnce() throws Exception {
        List<String> lines = Files.readAllLines(SAMPLE);
        try (PipedOutputStream log = new PipedOutputStream()) {
            Followed followed = new Followed(new PipedInputStream(log, 1 << 16), false, "-");
            int core = lines.indexOf("[    1.219999] entering initcall level: core");
            write(log, lines.subList(0, core));
            followed.awaits("level pure, after 46 initcalls");
            assertThat(followed.err()).doesNotContain("level core");
            write(log, lines.subList(core, core + 2));
            followed.awaits("level core, after 55 initcalls");
            write(log, lines.subList(core + 2, lines.size()));
            assertThat(followed.exitCode()).isZero();
            assertThat(followed.out()).contains("/init runs after 5.924 s, by clocks in doubt; 789 initcalls");
        }
    }

    @Test
    void theEndOfTheInputIsTheEnd() {
        String begun = Checkout.text("traces/samples/killed-early/console.log");
        Run run = Run.with(Run.bytes(begun), Map.of(), "replay", "-", "--follow");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(Run.with(Run.bytes(begun), Map.of(), "analyze", "-").out());
    }

    @Test
    void aGrowingFileIsRead() throws Exception {
        List<String> lines = Files.readAllLines(SAMPLE);
        Path log = Files.write(directory.resolve("serial.log"), lines.subList(0, 400));
        Followed followed = new Followed(InputStream.nullInputStream(), false, log.toString());
        followed.awaits("level early");
        Files.write(log, lines.subList(400, lines.size()), StandardOpenOption.APPEND);
        assertThat(followed.exitCode()).isZero();
        assertThat(followed.out()).contains("/init runs after 5.924 s, by clocks in doubt; 789 initcalls");
    }

    @Test
    void aFileThatIsCutShortAndWrittenAnewIsTheNextBoot() throws Exception {
        List<String> first = Files.readAllLines(SAMPLE);
        List<String> next = Files.readAllLines(Checkout.sample("amd64-6.1-cloud/dmesg.txt"));
        Path log = Files.write(directory.resolve("serial.log"), first.subList(0, 700));
        Followed followed = new Followed(InputStream.nullInputStream(), false, log.toString());
        followed.awaits("level subsys");
        Files.write(log, next.subList(0, 400));
        followed.awaits("level core, after 40 initcalls");
        Files.write(log, next.subList(400, next.size()), StandardOpenOption.APPEND);
        assertThat(followed.exitCode()).isZero();
        assertThat(followed.out()).contains("/init runs after 3.656 s, by clocks in doubt; 677 initcalls");
    }

    @Test
    void onATerminalOneLineIsWrittenOverWithoutEscapes() throws Exception {
        String log = "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n"
                + "[    0.100000] calling  \033[2Jevil+0x0/0x10 @ 1\n"
                + "[    0.200000] calling  slow_init+0x0/0x10 @ 1\n";
        PipedOutputStream serial = new PipedOutputStream();
        Followed followed = new Followed(new PipedInputStream(serial), true, "-");
        try (serial) {
            serial.write(log.getBytes(StandardCharsets.UTF_8));
            serial.flush();
            followed.awaits("slow_init for ");
            TimeUnit.MILLISECONDS.sleep(250);
        }
        assertThat(followed.exitCode()).isZero();
        assertThat(followed.err()).doesNotContain("\033", "\n");
        String[] drawn = followed.err().split("\r");
        assertThat(drawn).allMatch(line -> line.length() <= 99);
        assertThat(drawn[drawn.length - 1]).isBlank();
        assertThat(Arrays.stream(drawn)
                        .filter(line -> line.contains("slow_init for "))
                        .distinct())
                .as("time goes on while no line comes")
                .hasSizeGreaterThan(1);
    }

    @Test
    void whoInterruptsGetsTheSummarySoFar() throws Exception {
        Process process = new ProcessBuilder(Child.bootledger("replay", "-", "--follow")).start();
        try {
            write(process.getOutputStream(), Files.readAllLines(SAMPLE).subList(0, 700));
            StringBuilder err = new StringBuilder();
            while (err.indexOf("level subsys") < 0) {
                err.append((char) process.getErrorStream().read());
            }
            // As Ctrl-C does; but SIGINT itself is ignored by what a shell started in the background.
            process.toHandle().destroy();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("=> cut while acpi_init ran, before init");
            assertThat(process.waitFor()).as("128 and SIGTERM").isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Run both = Run.bootledger("replay", SAMPLE, "--follow", "--until", "1s");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("--until and --follow contradict each other");
        Run packed = Run.bootledger("replay", Checkout.sample("asyncprobe/dmesg.txt.gz"), "--follow");
        assertThat(packed.exitCode()).isEqualTo(2);
        assertThat(packed.err()).contains("it is compressed").hasLineCount(1);
        Run stored = Run.bootledger("replay", "deadbeef", "--follow");
        assertThat(stored.exitCode()).isEqualTo(3);
        assertThat(stored.err()).contains("deadbeef: there is no such file to follow");
        Run empty = Run.bootledger("replay", "-", "--follow");
        assertThat(empty.exitCode()).isEqualTo(3);
        assertThat(empty.err()).endsWith("standard input: it holds no boot\n");
    }

    private static void write(OutputStream log, List<String> lines) throws IOException {
        log.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        log.flush();
    }

    /** A command that runs beside the test. */
    private static final class Followed {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private final CompletableFuture<Integer> exitCode;

        Followed(InputStream in, boolean terminal, String log) {
            Surroundings here = new Surroundings(in, out, err, Map.of(), false, terminal);
            exitCode = CompletableFuture.supplyAsync(() -> Bootledger.run(here, "replay", log, "--follow"));
        }

        void awaits(String words) throws InterruptedException {
            while (!err().contains(words)) {
                assertThat(exitCode).as(err()).isNotDone();
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }

        String err() {
            return err.toString(StandardCharsets.UTF_8);
        }

        String out() {
            return out.toString(StandardCharsets.UTF_8);
        }

        int exitCode() {
            return exitCode.join();
        }
    }
}

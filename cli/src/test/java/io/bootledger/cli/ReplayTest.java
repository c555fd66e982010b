package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    private static final Path SAMPLE = Checkout.sample("amd64-6.1-cloud/dmesg.txt");
    private static final Path KILLED = Checkout.sample("killed-early/console.log");
    private static final Pattern STAMP = Pattern.compile("\\[ *(\\d+\\.\\d+)].*");

    @TempDir
    Path directory;

    @Test
    void itTellsWhatRanAtAMoment() {
        Run run = Run.bootledger("replay", SAMPLE, "--until", "0.95s");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("""
                        Linux 6.1.0-50-cloud-amd64 at 0.950000 s
                        => acpi_init has been running for 45.4 ms
                        """)
                .contains(
                        "[    0.938644] ACPI: Enabled 2 GPEs in block 00 to 3F",
                        "200 initcalls returned, 0 failed; 0 probes, 0 devices put off and pending",
                        "fbmem_init returned 0 after 0 µs, 45.4 ms before",
                        "  45.401  0.904599    1  subsys  acpi_init  initcall   585",
                        "22.065  early   event_trace_enable_again");
    }

    @ParameterizedTest(name = "{0}, line {1}")
    @CsvSource({
        "amd64-6.1-cloud/dmesg.txt, 100",
        "amd64-6.1-cloud/dmesg.txt, 500",
        "amd64-6.1-cloud/dmesg.txt, 800",
        "amd64-6.1-cloud/dmesg.txt, 1300",
        "amd64-7.2-cloud/dmesg.txt, 700",
        "i386-6.12-caller/dmesg.txt, 700",
        "panic-initcall/console.log, 600",
        "no-initcall-debug/dmesg.txt, 200",
    })
    void theViewsOfAMomentAreThoseOfTheLogUpToThen(String sample, int line) throws IOException {
        String[] lines = Files.readString(Checkout.sample(sample)).split("(?<=\n)");
        Matcher stamp = STAMP.matcher(lines[line - 1]);
        assertThat(stamp.lookingAt()).isTrue();
        String then = stamp.group(1) + "s";
        String state = Run.bootledger("replay", Checkout.sample(sample), "--until", then)
                .out();
        List<String> before = List.of(lines).subList(0, lastLine(state));
        Path cut = Files.writeString(directory.resolve("cut.log"), String.join("", before));

        assertThat(json("replay", Checkout.sample(sample), "--until", then)).isEqualTo(json("analyze", cut));
    }

    private static int lastLine(String state) {
        Matcher line = Pattern.compile("up to line (\\d+)").matcher(state);
        assertThat(line.find()).isTrue();
        return Integer.parseInt(line.group(1));
    }

    /** Without the name of the log. */
    private static String json(String command, Path log, Object... more) {
        Object[] words = Stream.concat(Stream.of(command, log, "--json", "-"), Stream.of(more))
                .toArray();
        return Run.bootledger(words).out().replace(log.toString(), "LOG");
    }

    @Test
    void aStoredBootIsReplayedAsItsLog() {
        Path store = directory.resolve("store");
        String ingested = Run.bootledger("ingest", SAMPLE, "--store", store).out();
        String boot = ingested.substring(0, ingested.indexOf(' '));

        assertThat(Run.bootledger("replay", boot, "--store", store, "--until", "1.5s")
                        .out())
                .isEqualTo(Run.bootledger("replay", SAMPLE, "--until", "1.5s").out());
    }

    @Test
    void withoutAMomentItIsTheSummary() {
        assertThat(Run.bootledger("replay", KILLED).out())
                .isEqualTo(Run.bootledger("analyze", KILLED).out());
    }

    @Test
    void aMomentBehindTheEndIsTheEnd() {
        Run run = Run.bootledger("replay", KILLED, "--until", "3600s");
        assertThat(run.err()).contains("it ends before that moment, at 0.");
        assertThat(run.out()).contains("has been running");
    }

    @Test
    void aMomentBeforeTheBeginningIsSaid() throws IOException {
        Path late = Files.writeString(directory.resolve("late.log"), "[    5.000000] calling  a_init+0x0/0x10 @ 1\n");
        Run run = Run.bootledger("replay", late, "--until", "1s");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("it begins later, at 5.000000 s");
        assertThat(run.out()).contains("nothing is on record yet");
    }

    @Test
    void aLogWithoutStampsHasNoMoments() throws IOException {
        Path bare = Files.writeString(
                directory.resolve("bare.log"),
                "Linux version 6.1.0 (a@b) (gcc) #1 SMP\ncalling  a_init+0x0/0x10 @ 1\n");
        Run run = Run.bootledger("replay", bare, "--until", "1s");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("no time stamps", "leave out --until");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void ofSeveralBootsOneIsAsked() throws IOException {
        Path twice = directory.resolve("twice.log");
        Files.writeString(twice, Files.readString(KILLED) + Files.readString(KILLED));

        Run which = Run.bootledger("replay", twice, "--until", "0.3s");
        assertThat(which.exitCode()).isEqualTo(2);
        assertThat(which.err()).contains("it holds 2 boots: say which with --boot 1 to --boot 2");
        assertThat(Run.bootledger("replay", twice, "--boot", "2").out()).contains(twice + ":");
        assertThat(Run.bootledger("replay", twice, "--boot", "3").err())
                .contains("--boot 3: " + twice + " holds 2 boots");
    }

    @Test
    void hostileTextOfTheLogIsEscaped() throws IOException {
        Path log = Files.writeString(
                directory.resolve("hostile.log"),
                "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n[    0.100000] \033[2Jhello\n");
        assertThat(Run.bootledger("replay", log, "--until", "1s").out())
                .contains("\\x1b[2Jhello")
                .doesNotContain("\033");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.25", "soon", "-1s", "1e99s", "", "s"})
    void aMomentHasAUnit(String moment) {
        Run run = Run.bootledger("replay", SAMPLE, "--until", moment);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).startsWith("bootledger: --until: not a duration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such.log", "deadbeef", "\0"})
    void whatIsNeitherFileNorBootIsSaid(String name) {
        Run run = Run.bootledger("replay", name, "--store", directory.resolve("none"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("there is no such file, and no such boot in a store");
    }
}

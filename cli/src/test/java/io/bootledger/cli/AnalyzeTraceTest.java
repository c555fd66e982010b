package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalyzeTraceTest {
    @TempDir
    Path directory;

    private Path log;
    private Path trace;

    @BeforeEach
    void aMachineIsBootedWithBoth() throws IOException {
        log = simulated("boot.log", "--as", "dmesg");
        trace = simulated("trace.txt", "--as", "ftrace");
    }

    @Test
    void aTraceBehindALogIsOfTheSameBoot() {
        JsonNode boots = boots(log, trace);
        assertThat(boots).hasSize(1);
        assertThat(boots.at("/0/source").asString()).isEqualTo(log.toString());
        assertThat(boots.at("/0/trace/name").asString()).isEqualTo(trace.toString());
        assertThat(boots.at("/0/trace/calls").asInt()).isGreaterThan(50);
    }

    @Test
    void earlyCallsTakeWhatTheTraceTells() {
        assertThat(evidenceOfFirst(boots(log))).isEqualTo("timestamps");
        assertThat(evidenceOfFirst(boots(log, trace))).isEqualTo("trace");
    }

    @Test
    void aTraceWithoutTheSchedulerSaysWhatItLacks() {
        assertThat(boots(log, trace).at("/0/diagnostics"))
                .extracting(diagnostic -> diagnostic.get("code").asString())
                .contains("trace-not-whole");
    }

    @Test
    void anExplanationTakesTheTraceToo() throws IOException {
        String early = boots(log).at("/0/initcalls/5/function").asString();
        assertThat(Run.bootledger("explain", log, early).out()).contains("by the time stamps");
        assertThat(Run.bootledger("explain", log, "--trace", trace, early).out())
                .contains("by the trace");

        Path other = simulated("other.txt", "--as", "ftrace", "--seed", "9");
        assertThat(Run.bootledger("explain", log, "--trace", other, early).exitCode())
                .isEqualTo(ExitCode.UNREADABLE);
    }

    @Test
    void eachTraceBelongsToTheLogBeforeIt() throws IOException {
        Path otherLog = simulated("other.log", "--as", "dmesg", "--seed", "9");
        Path otherTrace = simulated("other.txt", "--as", "ftrace", "--seed", "9");
        JsonNode boots = boots(log, trace, otherLog, otherTrace);
        assertThat(boots).hasSize(2);
        assertThat(boots.at("/1/trace/name").asString()).isEqualTo(otherTrace.toString());
    }

    @Test
    void aTraceOfAnotherBootIsRefused() throws IOException {
        Path other = simulated("other.txt", "--as", "ftrace", "--seed", "9");
        Run run = Run.bootledger("analyze", log, other);
        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.err())
                .startsWith("bootledger: " + other + ": it is no trace of a boot in " + log + ": ")
                .contains("take less in it than the kernel measured in the log; give it alone to see what it holds");
        assertThat(run.out()).contains("Slowest initcalls");
    }

    @Test
    void theEventsOfAReportHoldBoth() {
        Path report = directory.resolve("report");
        assertThat(Run.bootledger("analyze", log, trace, "--out", report).exitCode())
                .isZero();
        JsonNode again = boots(report.resolve("events.jsonl.gz"));
        assertThat(again.at("/0/initcalls")).isEqualTo(boots(log, trace).at("/0/initcalls"));
        assertThat(again.at("/0/trace")).isEqualTo(boots(log, trace).at("/0/trace"));
    }

    private Path simulated(String name, String... options) throws IOException {
        Object[] words = new Object[options.length + 2];
        words[0] = "simulate";
        words[1] = "desktop";
        System.arraycopy(options, 0, words, 2, options.length);
        return Files.writeString(directory.resolve(name), Run.bootledger(words).out());
    }

    private static JsonNode boots(Path... files) {
        Object[] words = new Object[files.length + 3];
        words[0] = "analyze";
        System.arraycopy(files, 0, words, 1, files.length);
        words[files.length + 1] = "--json";
        words[files.length + 2] = "-";
        Run run = Run.bootledger(words);
        assertThat(run.err()).isEmpty();
        return JsonMapper.shared().readTree(run.out()).get("boots");
    }

    private static String evidenceOfFirst(JsonNode boots) {
        return boots.at("/0/initcalls/5/duration_evidence").asString();
    }
}

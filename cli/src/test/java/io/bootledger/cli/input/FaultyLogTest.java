package io.bootledger.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.cli.Run;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.output.ResultSink;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Progress;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.project.Checkout;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that is a fault of ours is named, and takes no other log's report with it. */
class FaultyLogTest {
    private static final Path SAMPLE = Checkout.sample("killed-early/console.log");

    @TempDir
    Path directory;

    /** A stream that no reader expects. */
    private static InputStream faulty() {
        return new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("no reader expects this");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "levels", "ingest"})
    void theOthersAreShownAndTheWorstIsTheExitCode(String command) {
        Run run = Run.with(
                faulty(),
                Map.of(
                        "COLUMNS",
                        "300",
                        "BOOTLEDGER_STORE",
                        directory.resolve("store").toString()),
                command,
                directory.resolve("missing.log"),
                "-",
                SAMPLE);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INTERNAL);
        assertThat(run.err())
                .contains("missing.log: there is no such file")
                .contains("standard input: this is a fault of bootledger itself: ");
        assertThat(run.out()).isNotBlank();
    }

    @Test
    void aReportOfTheOthersIsWritten() throws Exception {
        Path report = directory.resolve("report");

        Run run = Run.with(faulty(), Map.of(), "analyze", SAMPLE, "-", SAMPLE, "--out", report);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INTERNAL);
        assertThat(Files.readString(report.resolve("analysis.json"))).contains("\"boots\": [");
        assertThat(report.resolve("1-console.log/index.html")).exists();
        assertThat(report.resolve("2-console.log/index.html")).exists();
    }

    @Test
    void aBootThatCannotBeShownIsNamedAndLeftOut() {
        List<String> shown = new ArrayList<>();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exitCode = shownBy(new Sink(shown, true), err);

        assertThat(exitCode).isEqualTo(ExitCode.INTERNAL);
        assertThat(shown).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(SAMPLE + ": this is a fault of bootledger itself: ");
    }

    @Test
    void aDocumentThatBrokeOffEndsTheRunAndTheLogIsNamed() {
        List<String> shown = new ArrayList<>();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThatThrownBy(() -> shownBy(new Sink(shown, false), err))
                .isInstanceOfSatisfying(
                        CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INTERNAL));
        assertThat(shown).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(SAMPLE + ": this is a fault of bootledger itself: ");
    }

    private static int shownBy(ResultSink sink, ByteArrayOutputStream err) {
        Surroundings here = new Surroundings(InputStream.nullInputStream(), err, err, Map.of(), false, false);
        Messages messages = new Messages(new PrintWriter(err, false, StandardCharsets.UTF_8), false);
        try (AnalysisRun run =
                new AnalysisRun(here, ReadingOptions.NUMBERS, AnalysisOptions.LOG_ONLY, messages, List.of(sink))) {
            run.readAll(List.of(SAMPLE.toString(), SAMPLE.toString()), Progress.none());
            run.end();
            return run.exitCode();
        }
    }

    /** Fails on the first boot. */
    private static final class Sink implements ResultSink {
        private final List<String> shown;
        private final boolean goesOn;
        private int boots;

        Sink(List<String> shown, boolean goesOn) {
            this.shown = shown;
            this.goesOn = goesOn;
        }

        @Override
        public void boot(BootAnalysis boot) {
            if (++boots == 1) {
                throw new IllegalStateException("cannot be shown");
            }
            shown.add(boot.source());
        }

        @Override
        public boolean leavesOut() {
            return goesOn;
        }

        @Override
        public void finish() {}
    }
}

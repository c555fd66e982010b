package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.format.write.LogForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits a machine to a real boot, boots it, and compares the two. */
class LikeRealBootsTest {
    private static final Path SAMPLES = Path.of("../traces/samples");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amd64-7.2-cloud/dmesg.txt",
                "i386-6.12-caller/dmesg.txt",
                "amd64-6.1-cloud/dmesg.txt",
                "amd64-6.1-cloud/console.log.gz",
                "amd64-6.1-cloud/kmsg.txt.gz",
                "amd64-5.10-cloud/dmesg.txt.gz",
                "arm64-6.1-cloud/dmesg.txt.xz",
                "asyncprobe/dmesg.txt.gz",
                "blacklist/dmesg.txt.gz",
                "forged/kmsg.txt.gz",
                "smallbuf/dmesg.txt.zst",
                "panic-noinit/console.log"
            })
    void aMachineFittedToARealBootBootsLikeIt(String sample) throws IOException {
        BootAnalysis real = analyze(sample);
        Scenario like = fit(sample, real);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        new ScenarioLog(like).write(1, LogForm.DMESG, log);
        BootAnalysis simulated =
                RandomMachinesTest.analyze(log.toByteArray(), null).get(0);

        assertThat(names(simulated, true)).containsExactlyElementsOf(names(real, true));
        assertThat(levels(simulated)).isEqualTo(levels(real));
        assertThat(names(simulated, false)).containsExactlyInAnyOrderElementsOf(names(real, false));
        long total = end(real);
        long simulatedTotal = end(simulated);
        assertThat(Math.abs(simulatedTotal - total))
                .as("%d against %d µs", simulatedTotal, total)
                .isLessThan(total / 100);
    }

    private static long end(BootAnalysis boot) {
        Long started = boot.milestones().initStartedUs();
        return started == null ? boot.milestones().lastUs() : started;
    }

    private static List<String> names(BootAnalysis boot, boolean builtIn) {
        return boot.timeline().initcalls().stream()
                .filter(call -> call.level() == InitcallLevel.MODULE != builtIn)
                .map(call -> call.symbol().printed() + " " + call.returnValue())
                .toList();
    }

    private static List<InitcallLevel> levels(BootAnalysis boot) {
        return boot.timeline().initcalls().stream()
                .map(Initcall::level)
                .filter(level -> level != InitcallLevel.MODULE)
                .toList();
    }

    private static Scenario fit(String sample, BootAnalysis real) throws IOException {
        List<Initcall> calls = real.timeline().initcalls();
        ScenarioFit fit = new ScenarioFit(
                sample,
                ordinal ->
                        KnownCall.at(ordinal < calls.size() ? calls.get(ordinal).level() : null));
        try (LogSource source = LogSource.file(SAMPLES.resolve(sample))) {
            LogReader.read(source, ReadingOptions.EVERYTHING, fit.assuming("6.1.0-50-amd64"));
        }
        return Scenarios.parse(sample, Scenarios.text(fit.scenario()));
    }

    private static BootAnalysis analyze(String sample) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        BootAnalyzer analyzer = new BootAnalyzer(sample, AnalysisOptions.LOG_ONLY, boots::add);
        try (LogSource source = LogSource.file(SAMPLES.resolve(sample))) {
            LogReader.read(source, ReadingOptions.NUMBERS, analyzer);
        }
        return boots.get(0);
    }
}

package io.bootledger.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.cli.store.StoreTest;
import io.bootledger.reports.trace.ChromeTrace;
import io.bootledger.reports.trace.FoldedStacks;
import io.bootledger.reports.trace.Speedscope;
import io.bootledger.simulator.scenario.RandomMachine;
import io.bootledger.simulator.scenario.ScenarioLog;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.format.write.LogForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every real log and many simulated ones, in the formats that must nest and balance. More of them: {@code -Dseeds=10000}. */
class ExportedTracesTest {
    private static final long SEEDS = Long.getLong("seeds", 300);

    static Stream<Path> everyLog() throws IOException {
        return StoreTest.everyLog();
    }

    @ParameterizedTest
    @MethodSource("everyLog")
    void theSlicesOfARealBootNest(Path log) throws IOException {
        List<BootAnalysis> boots = boots(LogSource.file(log));
        assertThat(boots).isNotEmpty();
        for (BootAnalysis boot : boots) {
            thenItNestsAndBalances(boot);
        }
    }

    @Test
    void theSlicesOfEveryRandomMachineNest() throws IOException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            new ScenarioLog(RandomMachine.of(seed)).write(seed, LogForm.CONSOLE, log);
            try {
                for (BootAnalysis boot :
                        boots(LogSource.stream("simulated", new ByteArrayInputStream(log.toByteArray())))) {
                    thenItNestsAndBalances(boot);
                }
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("seed " + seed + ": " + wrong.getMessage(), wrong);
            }
        }
    }

    private static void thenItNestsAndBalances(BootAnalysis boot) throws IOException {
        ByteArrayOutputStream chrome = new ByteArrayOutputStream();
        ChromeTrace trace = ChromeTrace.begin(chrome);
        trace.add(boot);
        trace.end();
        ByteArrayOutputStream speedscope = new ByteArrayOutputStream();
        Speedscope profiles = Speedscope.begin(speedscope);
        profiles.add(boot);
        profiles.end();
        Map<String, Integer> slices = TraceCheck.chrome(chrome.toByteArray());
        assertThat(TraceCheck.speedscope(speedscope.toByteArray()))
                .isEqualTo(slices.values().stream().mapToInt(count -> count).sum());
        slices.keySet().removeAll(Set.of("phase", "level"));
        assertThat(slices).isEqualTo(drawn(boot));
        thenFoldedStacksAddUp(boot);
    }

    /** What the log gives a time must be there. */
    private static Map<String, Integer> drawn(BootAnalysis boot) {
        Map<String, Integer> drawn = new HashMap<>();
        count(drawn, "critical path", boot.accounting().criticalPath(), entry -> true);
        if (boot.milestones().firstUs() == null) {
            count(drawn, "initcall", boot.timeline().initcalls(), call -> call.durationUs() != null);
            return drawn;
        }
        count(drawn, "initcall", boot.timeline().initcalls(), call -> call.startUs() != null || call.endUs() != null);
        count(drawn, "probe", boot.timeline().probes(), probe -> probe.endUs() != null);
        count(drawn, "async", boot.timeline().asyncCalls(), call -> call.startUs() != null || call.endUs() != null);
        return drawn;
    }

    private static <T> void count(Map<String, Integer> drawn, String category, List<T> calls, Predicate<T> timed) {
        int count = (int) calls.stream().filter(timed).count();
        if (count > 0) {
            drawn.put(category, count);
        }
    }

    private static void thenFoldedStacksAddUp(BootAnalysis boot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FoldedStacks folded = FoldedStacks.begin(out);
        folded.add(boot);
        folded.end();
        Ledger ledger = boot.accounting().ledger();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).allMatch(line -> line.matches("[^;]+(;[^;]+)+ [1-9]\\d*"));
        assertThat(lines.stream()
                        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum())
                .isEqualTo(ledger == null ? 0 : ledger.totalUs());
    }

    private static List<BootAnalysis> boots(LogSource log) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        try (log) {
            LogReader.read(
                    log, ReadingOptions.NUMBERS, new BootAnalyzer("boot.log", AnalysisOptions.LOG_ONLY, boots::add));
        }
        return boots;
    }
}

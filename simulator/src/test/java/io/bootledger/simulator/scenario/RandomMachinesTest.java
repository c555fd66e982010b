package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.simulator.kernel.BootTruth;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.SystemMap;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.format.write.LogForm;
import io.bootledger.traces.symbols.NoSymbolTableException;
import io.bootledger.traces.symbols.SymbolTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Boots machines that nobody has built and asks the analyzer what happened. More of them: {@code -Dseeds=100000}. */
class RandomMachinesTest {
    private static final long SEEDS = Long.getLong("seeds", 2_000);
    private static final List<LogForm> FORMS = List.of(LogForm.DMESG, LogForm.KMSG, LogForm.CONSOLE, LogForm.JSON);

    @Test
    void theAnalyzerFindsWhatHappenedOnEveryRandomMachine() throws Exception {
        EnumMap<Trait, Integer> seen = new EnumMap<>(Trait.class);
        for (long seed = 1; seed <= SEEDS; seed++) {
            LogForm form = FORMS.get((int) (seed % FORMS.size()));
            Scenario scenario = RandomMachine.of(seed);
            ScenarioLog writer = new ScenarioLog(scenario);
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            BootTruth truth = writer.write(seed, form, log);
            Trait.of(scenario, truth).forEach(trait -> seen.merge(trait, 1, Integer::sum));
            SymbolTable symbols = symbols(SystemMap.of(writer.simulation().image()));
            try {
                List<BootAnalysis> found = analyze(log.toByteArray(), symbols);
                if (log.size() == 0) {
                    // What the buffer kept of it was printed after the log is cut off.
                    assertThat(found).isEmpty();
                    continue;
                }
                assertThat(found).as("boots").hasSize(1);
                new Agreement(truth, found.get(0), scenario).check();
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError(
                        "seed " + seed + " as " + form + ": " + wrong.getMessage() + "\n"
                                + log.toString(StandardCharsets.UTF_8),
                        wrong);
            }
        }
        assertThat(seen.keySet()).containsExactly(Trait.values());
        assertThat(seen.values()).allSatisfy(count -> assertThat(count).isGreaterThan((int) (SEEDS / 100)));
    }

    /** What must not be missing among them. */
    private enum Trait {
        CLOCKS_DIFFER,
        CONSOLE_IS_CONTENDED,
        MODULE_IS_WAITED_FOR,
        INITRAMFS_BESIDE_THE_BOOT;

        private static List<Trait> of(Scenario scenario, BootTruth truth) {
            Machine machine = scenario.machine();
            boolean contended = machine.cpus() > 1
                    && machine.console() != null
                    && machine.console().contended()
                    && machine.console().baud() > 0;
            boolean waited = truth.repeatedLoads().stream()
                    .anyMatch(load -> load.untilUs() == null || load.untilUs() > load.fromUs());
            boolean beside =
                    machine.initramfs() != null && machine.kernel().version().atLeast(5, 13);
            return Stream.of(
                            machine.cpuClocks().isEmpty() ? null : CLOCKS_DIFFER,
                            contended ? CONSOLE_IS_CONTENDED : null,
                            waited ? MODULE_IS_WAITED_FOR : null,
                            beside ? INITRAMFS_BESIDE_THE_BOOT : null)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        for (LogForm form : LogForm.values()) {
            assertThat(bytes(7, form))
                    .as(form.toString())
                    .isEqualTo(bytes(7, form))
                    .isNotEqualTo(bytes(8, form));
        }
    }

    private static byte[] bytes(long seed, LogForm form) throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        new ScenarioLog(Scenarios.builtIn("desktop")).write(seed, form, log);
        return log.toByteArray();
    }

    static List<BootAnalysis> analyze(byte[] log, SymbolTable symbols) throws IOException {
        List<BootAnalysis> found = new ArrayList<>();
        BootAnalyzer analyzer = new BootAnalyzer("simulated", new AnalysisOptions(symbols), found::add);
        try (LogSource source = LogSource.stream("simulated", new ByteArrayInputStream(log))) {
            LogReader.read(source, ReadingOptions.NUMBERS, analyzer);
        }
        return found;
    }

    static SymbolTable symbols(String table) throws IOException {
        try {
            return SymbolTable.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSymbolTableException empty) {
            return new SymbolTable(List.of());
        }
    }
}

package io.bootledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Logs that people posted, against facts counted in them with grep and awk. They are not ours to ship: the environment variable
 * BOOTLEDGER_TRACES says where they are.
 */
@EnabledIfEnvironmentVariable(named = "BOOTLEDGER_TRACES", matches = ".+")
class PublicLogsTest {
    /** Where the count by grep is not the fact, and why. */
    private static final Map<String, Map<String, String>> NOT_THE_FACT = Map.of(
            "022", Map.of("probes", "180 lines of the form 'probe F in driver X for device Y returned'"),
            "030", Map.of("returned", "2.5.66 prints no returns: nothing is known of them, so nothing is unfinished"),
            "032", Map.of("failures", "acpi_init returned -19. in the two-line form"));

    static Stream<Arguments> logs() {
        Path folder = Path.of(System.getenv("BOOTLEDGER_TRACES"), "wild");
        JsonNode facts =
                JsonMapper.shared().readTree(folder.resolve("expected.json").toFile());
        return facts.properties().stream()
                .map(entry -> Arguments.of(entry.getKey(), folder.resolve(entry.getKey()), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void theFactsAreThoseCountedByHand(String name, Path log, JsonNode facts) throws IOException {
        List<BootAnalysis> boots = analyze(log);
        Map<String, Object> expected = expected(facts);
        Map<String, Object> found = found(boots);
        Set<String> excused =
                NOT_THE_FACT.getOrDefault(name.substring(0, 3), Map.of()).keySet();
        expected.keySet().removeAll(excused);
        found.keySet().retainAll(expected.keySet());

        assertThat(found).isEqualTo(expected);
        assertThat(boots)
                .allSatisfy(boot -> assertThat(boot.reading().lines())
                        .isEqualTo(boot.reading().recognised()
                                + boot.reading().irrelevant()
                                + boot.reading().malformed()));
    }

    private static Map<String, Object> expected(JsonNode facts) {
        Map<String, Object> expected = new TreeMap<>();
        expected.put("boots", facts.get("boots_in_file").asInt());
        expected.put("returned", returned(facts));
        expected.put("probes", facts.get("probe_lines").asLong());
        expected.put(
                "failures",
                Stream.of(facts.get("failures").asString().split(" "))
                        .filter(failure -> !failure.isEmpty())
                        .sorted()
                        .toList());
        expected.put("init", facts.get("init_started_bool").asBoolean());
        expected.put("freed", !facts.get("freeing_unused").isNull());
        return expected;
    }

    private static long returned(JsonNode facts) {
        long modern = facts.get("initcall_returned_after_joining_wrapped_lines").asLong();
        return modern != 0 ? modern : facts.get("old_style").get("returned").asLong();
    }

    private static Map<String, Object> found(List<BootAnalysis> boots) {
        List<Initcall> calls = boots.stream()
                .flatMap(boot -> boot.timeline().initcalls().stream())
                .toList();
        Map<String, Object> found = new TreeMap<>();
        found.put("boots", boots.size());
        found.put(
                "returned",
                calls.stream()
                        .filter(call -> call.outcome() != Outcome.UNFINISHED)
                        .count());
        found.put(
                "probes",
                boots.stream()
                        .mapToLong(boot -> boot.timeline().probes().size())
                        .sum());
        found.put(
                "failures",
                calls.stream()
                        .filter(call -> call.returnValue() != null && call.returnValue() != 0)
                        .map(call -> call.symbol().text() + "=" + call.returnValue())
                        .sorted()
                        .toList());
        found.put("init", boots.stream().anyMatch(boot -> boot.milestones().init() != null));
        found.put("freed", boots.stream().anyMatch(boot -> boot.milestones().initMemoryFreedKib() != null));
        return found;
    }

    private static List<BootAnalysis> analyze(Path log) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        LogReader.read(
                LogSource.file(log),
                ReadingOptions.NUMBERS,
                new BootAnalyzer(log.toString(), AnalysisOptions.LOG_ONLY, boots::add));
        return boots;
    }
}

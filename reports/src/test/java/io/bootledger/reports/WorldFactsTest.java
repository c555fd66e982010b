package io.bootledger.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Logs of many kinds against facts that were read from them without any analyzer: small ones made to fail, logs that people posted, and
 * one boot as seventy programs and vendors would have written it down. The latter two are not ours to ship: the environment variable
 * BOOTLEDGER_TRACES says where they are.
 */
class WorldFactsTest {
    /** Facts that the log does not state, and why. */
    private static final Map<String, String> NOT_STATED = Map.of(
            "journal-short-unix init_started_us",
                    "journald's stamp is when it received the record, not when the kernel spoke",
            "journal-short-unix init_memory_freed_us", "the same");

    @Test
    void smallInputs() throws IOException {
        Path folder = Path.of("src/test/resources/small");

        assertFacts(folder, folder.resolve("expected.json"));
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "BOOTLEDGER_TRACES", matches = ".+")
    void logsOfTheWorld() throws IOException {
        Path folder = Path.of(System.getenv("BOOTLEDGER_TRACES"), "wild2");

        assertFacts(folder, folder.resolve("expected.json"));
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "BOOTLEDGER_TRACES", matches = ".+")
    void oneBootInManyDialects(@TempDir Path folder) throws IOException, InterruptedException {
        Path dialects = Path.of(System.getenv("BOOTLEDGER_TRACES"), "dialects");
        Process python = new ProcessBuilder(
                        "sh",
                        "-c",
                        "command -v python3 >/dev/null || exit 9; exec python3 \"$0\" \"$1\" \"$2\"",
                        dialects.resolve("make_dialects.py").toString(),
                        Path.of("../traces/samples/amd64-7.2-cloud/dmesg.txt").toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int status = python.waitFor();
        assumeTrue(status != 9, "no Python, which writes the dialects");
        assertThat(status).isZero();
        try (Stream<Path> ready = Files.list(dialects)) {
            for (Path log : ready.filter(file -> !file.toString().contains(".")).toList()) {
                Files.copy(log, folder.resolve(log.getFileName()));
            }
        }

        assertFacts(folder, dialects.resolve("expected.json"));
    }

    private static void assertFacts(Path folder, Path expected) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> log :
                JsonMapper.shared().readTree(expected.toFile()).properties()) {
            BootFacts facts = BootFacts.of(analyze(file(folder, log.getKey())));
            for (Map.Entry<String, JsonNode> fact : log.getValue().properties()) {
                String place = log.getKey() + " " + fact.getKey();
                if (!NOT_STATED.containsKey(place) && !facts.agreeWith(fact.getKey(), fact.getValue())) {
                    wrong.add(place + ": " + fact.getValue() + ", but found " + facts.of(fact.getKey()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Path file(Path folder, String name) {
        return Stream.of("", ".xz", ".gz")
                .map(suffix -> folder.resolve(name + suffix))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
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

package io.bootledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.axis.AxisStage;
import io.bootledger.analyzer.axis.StartupFinished;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Captures from power-on to login against the stages that people told in them, line by line. They are not ours to ship: the environment
 * variable BOOTLEDGER_TRACES says where they are.
 */
@EnabledIfEnvironmentVariable(named = "BOOTLEDGER_TRACES", matches = ".+")
class AxisLabelsTest {
    private static final int MOST_LINES_OFF = 1;

    @Test
    void stagesBeginAndEndWherePeopleSay() throws IOException {
        List<String> wrong = new ArrayList<>();
        int labelled = 0;
        for (Map.Entry<String, JsonNode> log : labels().entrySet()) {
            List<AxisStage> found = analyze(log.getKey()).axis().stages();
            JsonNode stages = log.getValue().get("stages");
            labelled += stages.size();
            for (JsonNode stage : stages) {
                if (found.stream().noneMatch(each -> isSame(each, stage))) {
                    wrong.add(log.getKey() + ": " + stage);
                }
            }
            if (found.size() > stages.size()) {
                wrong.add(log.getKey() + ": more than " + stages.size() + " stages: " + found);
            }
        }
        assertThat(labelled).isGreaterThan(50);
        assertThat(wrong).as("of %d", labelled).hasSizeLessThanOrEqualTo(labelled / 20);
    }

    private static boolean isSame(AxisStage found, JsonNode label) {
        return found.name().equals(label.get("stage").asString())
                && Math.abs(found.firstLine() - label.get("first_line").asLong()) <= MOST_LINES_OFF
                && Math.abs(found.lastLine() - label.get("last_line").asLong()) <= MOST_LINES_OFF;
    }

    /** A loader's stamps are exact; the kernel's lie within the stage, which begins with the hand-over. */
    @Test
    void stampsAreWhatPeopleSay() throws IOException {
        int loaders = 0;
        for (Map.Entry<String, JsonNode> log : labels().entrySet()) {
            List<AxisStage> found = analyze(log.getKey()).axis().stages();
            for (JsonNode label : log.getValue().get("stages")) {
                AxisStage stage = found.stream()
                        .filter(each -> isSame(each, label))
                        .findFirst()
                        .orElseThrow();
                String clock = label.get("clock").isNull()
                        ? "none"
                        : label.get("clock").asString();
                String what = log.getKey() + ": " + label;
                if (clock.equals("loader")) {
                    loaders++;
                    assertThat(stage.clock()).as(what).isEqualTo(AxisStage.Clock.LOADER);
                    assertThat(stage.loader().firstUs())
                            .as(what)
                            .isEqualTo(label.get("first_stamp").asLong());
                    assertThat(stage.loader().lastUs())
                            .as(what)
                            .isEqualTo(label.get("last_stamp").asLong());
                } else {
                    assertThat(stage.loader()).as(what).isNull();
                }
                if (clock.equals("kernel")) {
                    assertThat(stage.fromUs() == null ? stage.notBeforeUs() : stage.fromUs())
                            .as(what)
                            .isLessThanOrEqualTo(label.get("first_stamp").asLong());
                    assertThat(stage.untilUs() == null ? Long.MAX_VALUE : stage.untilUs())
                            .as(what)
                            .isGreaterThanOrEqualTo(label.get("last_stamp").asLong());
                }
            }
        }
        assertThat(loaders).isEqualTo(2);
    }

    @Test
    void theHandOverIsWherePeopleSay() throws IOException {
        for (Map.Entry<String, JsonNode> log : labels().entrySet()) {
            JsonNode us = log.getValue().at("/facts/handover_us");
            if (!us.isMissingNode()) {
                assertThat(analyze(log.getKey()).axis().stages())
                        .as(log.getKey())
                        .filteredOn(stage -> stage.kind() == AxisStage.Kind.KERNEL)
                        .extracting(AxisStage::untilUs)
                        .containsExactly(us.asLong());
            }
        }
    }

    @Test
    void systemdsOwnTotalsAreExact() throws IOException {
        int finished = 0;
        for (Map.Entry<String, JsonNode> log : labels().entrySet()) {
            JsonNode expected = log.getValue().at("/facts/startup_finished_us");
            StartupFinished startup = analyze(log.getKey()).axis().startup();
            if (expected.isMissingNode()) {
                assertThat(startup).as(log.getKey()).isNull();
                continue;
            }
            finished++;
            Map<String, Long> found = new LinkedHashMap<>();
            startup.parts().forEach(part -> found.put(part.name(), part.us()));
            found.put("total", startup.totalUs());
            Map<String, Long> labelled = new LinkedHashMap<>();
            expected.properties()
                    .forEach(part -> labelled.put(part.getKey(), part.getValue().asLong()));
            assertThat(found).as(log.getKey()).isEqualTo(labelled);
            assertThat(startup.line())
                    .isEqualTo(log.getValue().at("/facts/startup_finished_line").asLong());
        }
        assertThat(finished).isPositive();
    }

    private static Map<String, JsonNode> labels() {
        Map<String, JsonNode> labels = new LinkedHashMap<>();
        JsonMapper.shared()
                .readTree(folder().resolve("labels.json").toFile())
                .properties()
                .forEach(log -> labels.put(log.getKey(), log.getValue()));
        return labels;
    }

    private static Path folder() {
        return Path.of(System.getenv("BOOTLEDGER_TRACES"), "axis");
    }

    /** The boot that the labels are of, which is the first. */
    private static BootAnalysis analyze(String name) throws IOException {
        Path plain = folder().resolve(name);
        Path log = plain.toFile().exists() ? plain : folder().resolve(name + ".xz");
        List<BootAnalysis> boots = new ArrayList<>();
        LogReader.read(
                LogSource.file(log),
                ReadingOptions.NUMBERS,
                new BootAnalyzer(log.toString(), AnalysisOptions.LOG_ONLY, boots::add));
        return boots.get(0);
    }
}

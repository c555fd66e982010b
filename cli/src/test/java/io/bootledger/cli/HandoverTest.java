package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Boots of kernels that do not say when they run init, from the log to every verdict. */
class HandoverTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> OLD = List.of("2.6.35", "3.18", "4.14");

    @TempDir
    private static Path shared;

    @BeforeAll
    static void boot() {
        for (String kernel : OLD) {
            boots(kernel, "before", 1);
            boots(kernel, "after", 6);
            boots(kernel, "slower", 6, "--set", "initcall.virtio_blk_init.duration=+300ms");
        }
        boots("6.1.0", "before", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.6.35", "3.18", "4.14"})
    void theGateJudgesThem(String kernel) {
        Run same = gate(logs(kernel, "before"), logs(kernel, "after"));
        assertThat(same.exitCode()).isZero();
        assertThat(same.out())
                .contains(" n=5+5", "  boots are counted until init memory was freed\n")
                .doesNotContain("INSUFFICIENT", "left out");

        Run slower = gate(logs(kernel, "before"), logs(kernel, "slower"), "--json", "-");
        assertThat(slower.exitCode()).isEqualTo(1);
        JsonNode verdict = JSON.readTree(slower.out());
        assertThat(verdict.get("verdict").asString()).isEqualTo("regressed");
        assertThat(texts(verdict.get("environment").get("handovers"))).containsExactly("init_memory_freed");
        assertThat(verdict.get("excluded").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.6.35", "3.18", "4.14"})
    void theyAreComparedByTheirTotals(String kernel) {
        Run run = Run.bootledger("compare", log(kernel, "before", 1), log(kernel, "slower", 1), "--json", "-");
        JsonNode comparison = JSON.readTree(run.out());

        assertThat(comparison.get("total").get("baseline_us").asLong()).isPositive();
        assertThat(texts(comparison.get("handovers"))).containsExactly("init_memory_freed");
        assertThat(texts(comparison.get("limits"))).noneMatch(limit -> limit.contains("init"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.6.35", "3.18", "4.14"})
    void allAnswersAreTheSame(String kernel) {
        JsonNode boot = JSON.readTree(Run.bootledger("analyze", log(kernel, "before", 1), "--json", "-", "--quiet")
                        .out())
                .get("boots")
                .get(0);
        JsonNode milestones = boot.get("milestones");
        JsonNode ledger = boot.get("ledger");

        assertThat(milestones.get("handover").asString()).isEqualTo("init_memory_freed");
        assertThat(milestones.get("init_started_us").isNull()).isTrue();
        assertThat(ledger.get("ends").asString()).isEqualTo("init_memory_freed");
        assertThat(ledger.get("to_us").asLong())
                .isEqualTo(milestones.get("handover_us").asLong());
        assertThat(Run.bootledger("analyze", log(kernel, "before", 1)).out())
                .contains("hands over to init after ", "(init memory freed)", "until init memory was freed");
        assertThat(Run.bootledger("analyze", log(kernel, "before", 1), log(kernel, "before", 2))
                        .out())
                .contains("2 boots")
                .doesNotContain("no sign of init", "unknown");
    }

    @Test
    void theStoreCountsThemAndSaysWhichMilestoneItWas(@TempDir Path folder) {
        Path store = folder.resolve("store");
        for (String kernel : OLD) {
            ingest(store, kernel);
        }
        ingest(store, "6.1.0");

        JsonNode stats = JSON.readTree(
                Run.bootledger("stats", "--store", store, "--json", "-").out());
        assertThat(stats.get("complete").asInt()).isEqualTo(20);
        assertThat(texts(stats.get("handovers"))).containsExactly("init_memory_freed", "init_started");
        assertThat(Run.bootledger("stats", "--store", store).out())
                .contains("counted until init started, or until init memory was freed: totals of different things");

        Run history = Run.bootledger("history", "--store", store);
        assertThat(history.out())
                .contains("20 boots\n", "from build 6.1.0 on handover differs: init_memory_freed, then init_started");
        assertThat(JSON.readTree(Run.bootledger("history", "--store", store, "--json", "-")
                                .out())
                        .get("builds"))
                .allSatisfy(build -> assertThat(build.get("left_out").asInt()).isZero());
    }

    @Test
    void bootsJudgedByDifferentMilestonesAreNotMixedSilently() {
        Run gated = gate(logs("4.14", "before"), logs("6.1.0", "before"));
        assertThat(gated.exitCode()).isEqualTo(3);
        assertThat(gated.out())
                .startsWith("INSUFFICIENT")
                .contains("handover init_memory_freed against init_started", "--allow-env-diff handover");

        Run both = gate(List.of(logs("4.14", "before"), logs("6.1.0", "before")), logs("6.1.0", "before"));
        assertThat(both.exitCode()).isEqualTo(3);

        assertThat(Run.bootledger("compare", log("4.14", "before", 1), log("6.1.0", "before", 1))
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("the boots are not alike", "handover init_memory_freed against init_started");
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String logs(String kernel, String name) {
        return shared.resolve(kernel + "-" + name) + "/*.log";
    }

    private static Path log(String kernel, String name, int number) {
        return shared.resolve(kernel + "-" + name + "/boot-" + number + ".log");
    }

    private static void boots(String kernel, String name, int seed, Object... machine) {
        List<Object> words = new ArrayList<>(List.of("simulate", "cloud-vm", "--kernel", kernel, "--seed", seed));
        words.addAll(List.of("--boots", 5, "--out", shared.resolve(kernel + "-" + name)));
        words.addAll(List.of(machine));
        assertThat(Run.bootledger(words.toArray()).exitCode()).isZero();
    }

    private static Run gate(Object baseline, Object candidate, Object... more) {
        List<Object> words = new ArrayList<>(List.of("gate", "--baseline"));
        words.addAll(baseline instanceof List<?> several ? several : List.of(baseline));
        words.addAll(List.of("--candidate", candidate));
        words.addAll(List.of(more));
        return Run.bootledger(words.toArray());
    }

    private static void ingest(Path store, String kernel) {
        for (int number = 1; number <= 5; number++) {
            assertThat(Run.bootledger("ingest", log(kernel, "before", number), "--store", store, "--quiet")
                            .exitCode())
                    .isZero();
        }
    }
}

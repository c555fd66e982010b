package io.bootledger.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.gate.Reboots;
import io.bootledger.project.CiJob.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The steps of action.yml, run as GitHub's runner runs them. */
class GithubActionTest {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*([\\w.-]+)\\s*}}");
    private static final Path BASELINE = Checkout.sample("ci/baseline");
    private static final Path CANDIDATE = Checkout.sample("ci/candidate");
    private static final JsonNode ACTION = CiJob.yaml("action.yml").get(0);

    @TempDir
    private Path folder;

    private CiJob job;
    private Path summary;

    @BeforeEach
    void aRunner() throws IOException {
        job = new CiJob(folder);
        summary = Files.writeString(folder.resolve("summary.md"), "written before\n");
        job.set("GITHUB_ACTION_PATH", job.installed().toString());
        job.set("GITHUB_STEP_SUMMARY", summary.toString());
    }

    @Test
    void aSlowerKernelFailsTheJobAndIsToldInEveryPlace() throws Exception {
        Result result = act(Map.of("baseline", BASELINE.toString(), "candidate", CANDIDATE.toString()));

        assertThat(result.last().exitCode()).isEqualTo(1);
        assertThat(result.last().output())
                .contains("REGRESSED total 24.373 s -> 24.811 s")
                .contains("\n::error title=Boot time::REGRESSED total")
                .contains("\n::error title=Boot time%3A slower::acpi_init +502 ms");
        assertThat(result.outputs())
                .containsEntry("verdict", "regressed")
                .containsEntry("delta_pct", "1.8")
                .containsEntry("top_culprit", "acpi_init");
        assertThat(result.outputs().get("delta_ms")).matches("438\\.\\d{3}");
        assertThat(summary).content().startsWith("written before\n### Boot time: REGRESSED");
    }

    @Test
    void anUnchangedKernelPasses() throws Exception {
        String each = BASELINE.resolve("0[123]*") + "\n\n  " + BASELINE.resolve("04.dmesg.xz") + "  \n"
                + BASELINE.resolve("05.dmesg.xz") + "\n";
        Result result = act(Map.of(
                "baseline",
                each,
                "candidate",
                unchanged(),
                "order",
                "interleaved",
                "options",
                "--junit=gate.xml\n--json=gate.json"));

        assertThat(result.last().exitCode()).as(result.last().output()).isZero();
        assertThat(result.outputs())
                .containsEntry("verdict", "ok")
                .containsEntry("delta_ms", "0.000")
                .containsEntry("top_culprit", "");
        assertThat(job.directory().resolve("gate.xml")).content().contains("testsuites");
        assertThat(job.directory().resolve("gate.json")).content().contains("\"interleaved\": true");
    }

    private String unchanged() {
        return Reboots.of(BASELINE, folder.resolve("unchanged")).toString();
    }

    @Test
    void theExitCodeIsCarriedThrough() throws Exception {
        assertThat(act(Map.of("baseline", BASELINE.toString(), "candidate", "nowhere"))
                        .last()
                        .exitCode())
                .isEqualTo(3);
        assertThat(act(Map.of("candidate", CANDIDATE.toString())).last().exitCode())
                .isEqualTo(2);
        Files.writeString(job.directory().resolve("empty.log"), "");
        Result inconclusive = act(Map.of(
                "baseline",
                BASELINE.toString(),
                "candidate",
                unchanged() + "\nempty.log",
                "fail-on-inconclusive",
                "true"));
        assertThat(inconclusive.last().exitCode()).isEqualTo(4);
        assertThat(inconclusive.outputs()).containsEntry("verdict", "inconclusive");
    }

    @Test
    void whatAnInputHoldsNeverRuns() throws Exception {
        String hostile = "$(touch owned);`touch owned`\"; touch owned; '\n*\n-rf ~\n${{ github.token }}";
        Map<String, String> inputs = new HashMap<>();
        names(ACTION.get("inputs")).forEach(input -> inputs.put(input, hostile));

        assertThat(act(inputs).last().exitCode()).isNotZero();
        assertThat(job.directory()).isEmptyDirectory();
    }

    @Test
    void itIsAnActionAsGithubWantsIt() {
        assertThat(names(ACTION)).containsOnly("name", "description", "branding", "inputs", "outputs", "runs");
        assertThat(names(ACTION.get("branding"))).containsOnly("icon", "color");
        assertThat(ACTION.get("branding").get("color").asString())
                .isIn("white", "black", "yellow", "blue", "green", "orange", "red", "purple", "gray-dark");
        for (JsonNode input : ACTION.get("inputs")) {
            assertThat(names(input))
                    .contains("description", "required")
                    .isSubsetOf("description", "required", "default");
            assertThat(input.get("required").isBoolean()).isTrue();
            assertThat(input.has("default")).isNotEqualTo(input.get("required").asBoolean());
        }
        for (JsonNode output : ACTION.get("outputs")) {
            assertThat(names(output)).containsOnly("description", "value");
        }
        JsonNode runs = ACTION.get("runs");
        assertThat(names(runs)).containsOnly("using", "steps");
        assertThat(runs.get("using").asString()).isEqualTo("composite");
        for (JsonNode step : runs.get("steps")) {
            assertThat(names(step)).contains("run", "shell").isSubsetOf("name", "id", "shell", "env", "run");
            assertThat(step.get("run").asString()).doesNotContain("${{");
        }
    }

    private static Set<String> names(JsonNode node) {
        return Set.copyOf(node.propertyNames());
    }

    /** What the last step said, and the action's outputs. */
    private record Result(Ended last, Map<String, String> outputs) {}

    private Result act(Map<String, String> given) throws Exception {
        Map<String, String> values = new HashMap<>();
        ACTION.get("inputs")
                .forEachEntry((name, input) -> values.put(
                        "inputs." + name,
                        given.getOrDefault(name, input.path("default").asString(""))));
        names(ACTION.get("outputs")).forEach(name -> values.put("steps.gate.outputs." + name, ""));
        Ended ended = null;
        for (JsonNode step : ACTION.get("runs").get("steps")) {
            if (ended == null || ended.exitCode() == 0) {
                ended = step(step, values);
            }
        }
        Map<String, String> outputs = new HashMap<>();
        ACTION.get("outputs")
                .forEachEntry((name, output) ->
                        outputs.put(name, CiJob.replaced(output.get("value").asString(), EXPRESSION, values)));
        return new Result(ended, outputs);
    }

    /** Runs a step; what it writes to $GITHUB_OUTPUT are its outputs, a line each. */
    private Ended step(JsonNode step, Map<String, String> values) throws Exception {
        Path file = Files.createTempFile(folder, "output", "");
        job.set("GITHUB_OUTPUT", file.toString());
        step.path("env")
                .forEachEntry((name, value) -> job.set(name, CiJob.replaced(value.asString(), EXPRESSION, values)));
        Ended ended = job.run(step.get("run").asString());
        String prefix = "steps." + step.path("id").asString("") + ".outputs.";
        for (String line : Files.readAllLines(file)) {
            assertThat(line).matches("\\w+=.*");
            values.put(prefix + line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return ended;
    }
}

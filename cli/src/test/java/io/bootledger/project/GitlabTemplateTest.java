package io.bootledger.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.gate.Reboots;
import io.bootledger.project.CiJob.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The job of the GitLab template, run as GitLab's runner runs it. */
class GitlabTemplateTest {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\[\\[\\s*([\\w.-]+)\\s*]]");
    private static final String FILE = "templates/gate/template.yml";
    private static final JsonNode INPUTS = CiJob.yaml(FILE).get(0).get("spec").get("inputs");
    private static final JsonNode JOB = CiJob.yaml(FILE).get(1).get("bootledger-gate");
    private static final Path BASELINE = Checkout.sample("ci/baseline");
    private static final Path CANDIDATE = Checkout.sample("ci/candidate");

    @TempDir
    private Path folder;

    private CiJob job;

    @BeforeEach
    void aRunner() throws IOException {
        job = new CiJob(folder);
    }

    @Test
    void aSlowerKernelFailsTheJobWhichLeavesItsReports() throws Exception {
        Ended ended = judge(Map.of("baseline", BASELINE.toString(), "candidate", CANDIDATE.toString()));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .startsWith("REGRESSED total 24.373 s -> 24.811 s")
                .contains("acpi_init");
        assertThat(report("junit")).content().contains("<failure");
        assertThat(report("metrics")).content().contains("boot_gate_failed 1").endsWith("# EOF\n");
    }

    @Test
    void anUnchangedKernelPasses() throws Exception {
        Ended ended = judge(Map.of("baseline", BASELINE.toString(), "candidate", unchanged()));

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(report("metrics")).content().contains("boot_gate_failed 0");
    }

    private String unchanged() {
        return Reboots.of(BASELINE, folder.resolve("unchanged")).toString();
    }

    @Test
    void inconclusiveIsAWarning() throws Exception {
        Files.writeString(job.directory().resolve("empty.log"), "");
        Ended ended = judge(Map.of("baseline", BASELINE.toString(), "candidate", unchanged() + "\nempty.log"));

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(JOB.get("allow_failure").get("exit_codes").asInt()).isEqualTo(4);
    }

    @Test
    void whatAnInputHoldsNeverRuns() throws Exception {
        String hostile = "$(touch owned);`touch owned`\"; touch owned; '";
        Map<String, String> inputs = new HashMap<>();
        INPUTS.propertyNames().forEach(input -> inputs.put(input, hostile));
        assertThat(judge(inputs).exitCode()).isNotZero();
        inputs.remove("bootledger");
        assertThat(judge(inputs).exitCode()).isNotZero();

        assertThat(job.directory()).isDirectoryNotContaining("glob:**/owned");
    }

    @Test
    void scriptsHoldNoExpression() {
        JOB.get("script").forEach(line -> assertThat(line.asString()).doesNotContain("$[["));
    }

    private Path report(String kind) {
        return job.directory()
                .resolve(JOB.get("artifacts").get("reports").get(kind).asString());
    }

    private Ended judge(Map<String, String> given) throws Exception {
        Map<String, String> values = new HashMap<>();
        INPUTS.forEachEntry((name, input) -> values.put(
                "inputs." + name, given.getOrDefault(name, input.path("default").asString(""))));
        values.compute(
                "inputs.bootledger",
                (name, value) -> value.isEmpty() ? job.installed().toString() : value);
        JOB.get("variables")
                .forEachEntry((name, value) -> job.set(name, CiJob.replaced(value.asString(), EXPRESSION, values)));
        StringBuilder script = new StringBuilder();
        JOB.get("script").forEach(line -> script.append(line.asString()).append('\n'));
        return job.run(script.toString());
    }
}

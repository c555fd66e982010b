package io.bootledger.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.cli.Run;
import io.bootledger.project.CiJob.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The jobs to copy that boot two kernels, run step by step: with a QEMU that prints the logs of simulated boots, and with a real one. */
@Timeout(900)
class BootTemplatesTest {
    private static final long SECONDS = 840;

    @TempDir
    private Path folder;

    private CiJob job;
    private Path templates;

    /** Whose job it is, and where its steps are in the file. */
    enum Service {
        GITHUB,
        GITLAB;

        JsonNode job() {
            JsonNode file = CiJob.yaml("templates/boot/" + name().toLowerCase(Locale.ROOT) + ".yml")
                    .get(0);
            return this == GITHUB ? file.get("jobs").get("boot-time") : file.get("boot-time");
        }

        JsonNode variables() {
            return job().get(this == GITHUB ? "env" : "variables");
        }

        List<String> scripts() {
            Stream<JsonNode> steps =
                    job().get(this == GITHUB ? "steps" : "script").valueStream();
            return this == GITHUB
                    ? steps.filter(step -> step.has("run"))
                            .map(step -> step.get("run").asString())
                            .toList()
                    : steps.map(JsonNode::asString).toList();
        }
    }

    @BeforeEach
    void aRunner() throws IOException {
        job = new CiJob(folder);
        Files.createSymbolicLink(job.directory().resolve("bootledger"), job.installed());
        templates = Files.createDirectories(job.installed().resolve("templates/boot"));
        for (String script : List.of("prepare.sh", "qemu.sh")) {
            Files.copy(Checkout.path("templates/boot/" + script), templates.resolve(script));
        }
    }

    private void kernel(String side, String content) throws IOException {
        Path kernel = job.directory().resolve("kernels/" + side + "/bzImage");
        Files.createDirectories(kernel.getParent());
        Files.writeString(kernel, content);
    }

    private Ended runs(Service service) throws Exception {
        service.variables().forEachEntry((name, value) -> job.set(name, value.asString()));
        Ended ended = new Ended(0, "");
        for (String script : service.scripts()) {
            assertThat(script).doesNotContain("${{");
            if (ended.exitCode() == 0) {
                ended = job.run(script, SECONDS);
            }
        }
        return ended;
    }

    private void stub(String script, String body) throws IOException {
        Path place = templates.resolve(script);
        Files.writeString(place, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A kernel is the name of the boots that it makes. */
    private void simulated(String name, int seed, String duration) {
        Run run = Run.bootledger(
                "simulate",
                "arm-board",
                "--boots",
                6,
                "--seed",
                seed,
                "--set",
                "initcall.fec_driver_init.duration=" + duration,
                "--out",
                folder.resolve(name));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aSlowerKernelFailsTheJobByName(Service service) throws Exception {
        simulated("before", 1, "+0ms");
        simulated("slower", 7, "+20ms");
        stub("prepare.sh", "[ \"$*\" = 'qemu --without-kernel' ]");
        stub("qemu.sh", "exec cat '" + folder + "'/$(cat \"$1\")/boot-$BOOTLEDGER_BOOT.log");
        kernel("old", "before");
        kernel("new", "slower");

        Ended ended = runs(service);

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).contains("REGRESSED total", "fec_driver_init +");
        assertThat(job.directory().resolve("boot-time.xml")).content().contains("<failure");
        assertThat(job.directory().resolve("boots/b/006.log")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource
    @EnabledIfEnvironmentVariable(
            named = "BOOTLEDGER_REAL_BOOTS",
            matches = "all",
            disabledReason = "boots for minutes: -Preal-boots -Dreal.boots=all")
    void realKernelsThatAreTheSamePass(Service service) throws Exception {
        Path debian = folder.resolve("debian");
        Ended prepared = job.run("bootledger/templates/boot/prepare.sh '" + debian + "'", SECONDS);
        assumeThat(prepared.exitCode()).as(prepared.output()).isNotEqualTo(3);
        kernel("old", "");
        kernel("new", "");
        for (String side : List.of("old", "new")) {
            Path kernel = job.directory().resolve("kernels/" + side + "/bzImage");
            Files.delete(kernel);
            Files.copy(debian.resolve("vmlinuz"), kernel);
        }

        Ended ended = runs(service);

        assertThat(ended.exitCode()).as(ended.output()).isIn(0, 4);
        assertThat(ended.output()).doesNotContain("REGRESSED");
    }
}

package io.bootledger.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bootledger.cli.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands write as JSON is what the schemas in {@code docs/} say. */
public class SchemasTest {
    /** Each with the test that holds it against what is written. */
    private static final Map<String, String> TESTED = Map.ofEntries(
            Map.entry("analysis.schema.json", "reports/src/test/java/io/bootledger/reports/json/SampleJsonTest.java"),
            Map.entry("boot.schema.json", "cli/src/test/java/io/bootledger/cli/boot/BootCommandTest.java"),
            Map.entry("compare.schema.json", "reports/src/test/java/io/bootledger/reports/ComparisonReportsTest.java"),
            Map.entry("events.schema.json", "traces/src/test/java/io/bootledger/traces/stream/EventsDocumentTest.java"),
            Map.entry("explain.schema.json", "cli/src/test/java/io/bootledger/project/SchemasTest.java"),
            Map.entry(
                    "gate-calibration.schema.json", "cli/src/test/java/io/bootledger/cli/gate/GateCalibrateTest.java"),
            Map.entry("gate-power.schema.json", "cli/src/test/java/io/bootledger/cli/gate/GatePowerTest.java"),
            Map.entry("gate.schema.json", "reports/src/test/java/io/bootledger/reports/gate/GateReportsTest.java"),
            Map.entry("history.schema.json", "reports/src/test/java/io/bootledger/reports/HistoryReportsTest.java"),
            Map.entry("levels.schema.json", "cli/src/test/java/io/bootledger/project/SchemasTest.java"),
            Map.entry("link.schema.json", "cli/src/test/java/io/bootledger/project/SchemasTest.java"),
            Map.entry("stats.schema.json", "reports/src/test/java/io/bootledger/reports/PopulationReportsTest.java"),
            Map.entry("steps.schema.json", "cli/src/test/java/io/bootledger/project/SchemasTest.java"));

    @TempDir
    private Path directory;

    @Test
    void everySchemaIsTested() throws IOException {
        try (Stream<Path> docs = Files.list(Checkout.path("docs"))) {
            assertThat(docs.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".schema.json")))
                    .containsExactlyInAnyOrderElementsOf(TESTED.keySet());
        }
        assertThat(TESTED.values())
                .allSatisfy(test -> assertThat(Checkout.text(test)).contains("chema"));
    }

    @ParameterizedTest
    @CsvSource({
        "amd64-6.1-cloud/dmesg.txt, acpi_init",
        "amd64-6.1-cloud/dmesg.txt, con_init",
        "amd64-7.2-cloud/dmesg.txt, pci_driver_init",
        "asyncprobe/dmesg.txt.gz, serial8250_init",
        "i386-6.12-caller/kmsg.txt.gz, acpi_init",
        "panic-initcall/console.log, pci_slot_init",
        "amd64-6.1-cloud/dmesg.txt, level device",
        "amd64-6.1-cloud/dmesg.txt, ledger total",
        "panic-initcall/console.log, failure 1",
        "no-initcall-debug/dmesg.txt, diagnostic 1"
    })
    void explain(String sample, String initcall) {
        thenFulfils("explain.schema.json", "explain", Checkout.sample(sample), initcall, "--json", "-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amd64-6.1-cloud/dmesg.txt",
                "panic-initcall/console.log",
                "smallbuf/dmesg.txt.zst",
                "i386-6.12-caller/kmsg.txt.gz"
            })
    void levels(String sample) {
        thenFulfils("levels.schema.json", "levels", Checkout.sample(sample), "--json", "-");
    }

    @Test
    void levelsBesideASymbolTable() throws IOException {
        Path table = Files.writeString(directory.resolve("System.map"), """
                ffffffff81000000 t __initcall__kmod_tsc__1_2_init_hw_perf_eventsearly
                ffffffff81000004 t __initcall__kmod_x__1_2_acpi_init4
                ffffffff81000008 t __initcall__kmod_x__1_2_nobody_calls_me4
                ffffffff8100000c t __initcall__kmod_x__1_2_fbmem_init4
                """);
        thenFulfils(
                "levels.schema.json",
                "levels",
                Checkout.sample("amd64-6.1-cloud/dmesg.txt"),
                "--symbols",
                table,
                "--json",
                "-");
    }

    @ParameterizedTest
    @CsvSource({"primer, 6.12", "failing-boot, 2.6.28", "deferral-maze, 4.9", "arm-board, 7.2", "cloud-vm, 5.10"})
    void simulated(String scenario, String kernel) {
        thenFulfils("link.schema.json", "simulate", scenario, "--kernel", kernel, "--explain-link", "--json", "-");
        thenFulfils(
                "steps.schema.json",
                "simulate",
                scenario,
                "--kernel",
                kernel,
                "--boots",
                "2",
                "--as",
                "steps",
                "--json",
                "-");
    }

    private static void thenFulfils(String schema, Object... command) {
        Run run = Run.with(InputStream.nullInputStream(), Map.of(), command);
        assertThat(run.exitCode()).as(run.err()).isZero();
        thenFulfils(schema, run.out());
    }

    public static void thenFulfils(String schema, String json) {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Checkout.text("docs/" + schema), InputFormat.JSON)
                        .validate(json, InputFormat.JSON))
                .isEmpty();
    }
}

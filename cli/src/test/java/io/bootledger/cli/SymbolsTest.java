package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.process.Surroundings;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolsTest {
    private static final String MAP = """
            ffffffff82000000 D __initcall_start
            ffffffff82000000 d __initcall_clk_initearly
            ffffffff82000008 D __initcall0_start
            ffffffff82000008 D __initcall1_start
            ffffffff82000008 D __initcall2_start
            ffffffff82000008 D __initcall3_start
            ffffffff82000008 D __initcall4_start
            ffffffff82000008 d __initcall_acme_bus_init4
            ffffffff82000010 D __initcall5_start
            ffffffff82000010 D __initcallrootfs_start
            ffffffff82000010 D __initcall6_start
            ffffffff82000010 d __initcall_acme_serial_init6
            ffffffff82000018 d __initcall_acpi_init6
            ffffffff82000020 D __initcall7_start
            ffffffff82000020 D __initcall_end
            """;

    private static final String LOG = """
            [    0.100000] calling  acme_bus_init+0x0/0x10 @ 1
            [    0.100100] initcall acme_bus_init+0x0/0x10 returned 0 after 100 usecs
            [    0.100200] calling  acme_serial_init+0x0/0x10 @ 1
            [    0.100300] initcall acme_serial_init+0x0/0x10 returned 0 after 100 usecs
            """;

    @TempDir
    Path directory;

    @Test
    void whatWasLearnedIsKnownInAnyLogAfterwards() throws IOException {
        Path log = Files.writeString(directory.resolve("boot.log"), LOG);
        assertThat(run("levels", log).out()).contains("level unknown: 2 initcalls");
        Run learn = run("symbols", "learn", map("System.map-6.1.0-acme"));
        assertThat(learn.err()).isEmpty();
        assertThat(learn.exitCode()).isZero();
        assertThat(learn.out())
                .isEqualTo("6.1.0-acme: 4 initcalls, 3 of functions not known before, 1 known only at another level\n"
                        + "1 kernel in " + knowledge() + "\n");
        assertThat(run("levels", log).out())
                .contains(
                        "subsys: 1 initcall",
                        "device: 1 initcall",
                        "inferred also from the kernels you taught: 6.1.0-acme");
        assertThat(run("analyze", log, "--json", "-").out()).contains("\"level\": \"subsys\"");
    }

    @Test
    void learningTwiceChangesNothing() throws IOException {
        Path map = map("System.map-6.1.0-acme");
        run("symbols", "learn", map);
        byte[] once = Files.readAllBytes(knowledge());
        Run again = run("symbols", "learn", map);
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("nothing new, 6.1.0-acme says the same");
        assertThat(run("symbols", "learn", map, "--as", "copy").out()).contains("nothing new");
        assertThat(Files.readAllBytes(knowledge())).isEqualTo(once);
    }

    @Test
    void aNewTableOfTheSameNameReplacesTheEarlierOne() throws IOException {
        run("symbols", "learn", map("System.map-6.1.0-acme"));
        Path rebuilt = Files.writeString(
                directory.resolve("System.map-6.1.0-acme"), MAP.replace("acme_serial_init6", "acme_uart_init6"));
        assertThat(run("symbols", "learn", rebuilt).out()).contains("its earlier table is forgotten", "1 kernel");
        assertThat(knowledge()).content().contains("acme_uart_init").doesNotContain("acme_serial_init");
    }

    @Test
    void compressedTablesAndPipesAreTables() throws IOException {
        Path packed = directory.resolve("System.map-6.2.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(MAP.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        assertThat(run("symbols", "learn", packed).out()).startsWith("6.2: 4 initcalls");
        run("symbols", "forget", "6.2");
        Run piped = Run.with(Run.bytes(MAP), environment(), "symbols", "learn", "-", "--as", "my board");
        assertThat(piped.out()).startsWith("my board: 4 initcalls");
        assertThat(run("symbols", "list").out()).startsWith("my board: 4 initcalls\n1 kernel in ");
    }

    @Test
    void realTablesAreCalledByDirectoryAndFile() {
        Object[] learn = {
            "symbols",
            "learn",
            Checkout.sample("amd64-6.1-cloud/kallsyms-initcalls.txt"),
            Checkout.sample("i386-6.12-caller/kallsyms-initcalls.txt")
        };
        assertThat(run(learn).out())
                .isEqualTo("amd64-6.1-cloud/kallsyms-initcalls.txt: 575 initcalls, 0 of functions not known before,"
                        + " 0 known only at another level\n"
                        + "i386-6.12-caller/kallsyms-initcalls.txt: 263 initcalls, 0 of functions not known before,"
                        + " 0 known only at another level\n"
                        + "2 kernels in " + knowledge() + "\n");
        assertThat(run("levels", Checkout.sample("amd64-6.1-cloud/dmesg.txt")).out())
                .contains("inferred also from the kernels you taught");
    }

    @Test
    void whatIsForgottenIsGone() throws IOException {
        run("symbols", "learn", map("System.map-5.4"));
        assertThat(run("symbols", "forget", "5.5").exitCode()).isEqualTo(2);
        assertThat(run("symbols", "forget", "5.4").exitCode()).isZero();
        assertThat(run("symbols", "list").out()).isEqualTo("0 kernels in " + knowledge() + "\n");
    }

    @Test
    void allTablesAreLearnedOrNone() throws IOException {
        Path letter = Files.writeString(directory.resolve("letter"), "Dear all\n");
        Run run = run("symbols", "learn", map("System.map-5.4"), letter);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).startsWith("bootledger: " + letter + " is not a symbol table");
        assertThat(knowledge()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"symbols", "symbols learn", "symbols learn -", "symbols learn a b --as c", "symbols unlearn x"})
    void wrongUsageIsExplained(String commandLine) {
        Run run = run((Object[]) commandLine.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("bootledger: ").doesNotContain("Exception");
    }

    @Test
    void withoutAHomeThePlaceHasToBeSaid() throws IOException {
        Path map = map("System.map-5.4");
        Run homeless = Run.bootledger("symbols", "learn", map);
        assertThat(homeless.exitCode()).isEqualTo(2);
        assertThat(homeless.err()).contains("--knowledge FILE");
        Path elsewhere = directory.resolve("elsewhere.txt");
        assertThat(Run.bootledger("symbols", "learn", map, "--knowledge", elsewhere)
                        .exitCode())
                .isZero();
        assertThat(elsewhere).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Dear all\n", "# bootledger known levels 1\n# source 1\n", "# bootledger known levels 1\ncut"
            })
    void brokenKnowledgeIsNamedAndAnalysisGoesOnWithoutIt(String content) throws IOException {
        Path log = Files.writeString(directory.resolve("boot.log"), LOG);
        Files.createDirectories(knowledge().getParent());
        Files.writeString(knowledge(), content);
        Run analyze = run("analyze", log);
        assertThat(analyze.exitCode()).isZero();
        assertThat(analyze.err()).hasLineCount(1).startsWith("bootledger: " + knowledge() + " is no knowledge");
        assertThat(run("analyze", log, "--knowledge", knowledge()).exitCode()).isEqualTo(3);
        Run learn = run("symbols", "learn", map("System.map-5.4"));
        assertThat(learn.exitCode()).isEqualTo(3);
        assertThat(learn.err()).hasLineCount(1);
        assertThat(knowledge()).hasContent(content);
    }

    @Test
    void theEnvironmentSaysWhereItIsKept() {
        assertThat(place(Map.of("HOME", "/h"))).hasToString("/h/.local/share/bootledger/known-levels.txt");
        assertThat(place(Map.of("HOME", "/h", "XDG_DATA_HOME", "/d"))).hasToString("/d/bootledger/known-levels.txt");
        assertThat(place(Map.of("HOME", "/h", "XDG_DATA_HOME", "relative"))).startsWithRaw(Path.of("/h"));
        assertThat(place(Map.of("HOME", "/h", "BOOTLEDGER_KNOWLEDGE", "/k"))).hasToString("/k");
        assertThat(place(Map.of())).isNull();
    }

    @Test
    void aTableIsShownInTheOrderOfTheKernel() throws IOException {
        Run show = run("symbols", "show", map("System.map"));
        assertThat(show.out().lines().skip(1).map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactly(
                        "# level function",
                        "1 early clk_init",
                        "2 subsys acme_bus_init",
                        "3 device acme_serial_init",
                        "4 device acpi_init");
    }

    @Test
    void helpHasExamples() {
        assertThat(run("help", "symbols").out()).contains("Examples:", "learn");
        assertThat(run("help", "levels").out()).contains("Examples:", "--symbols");
        assertThat(run("--help").out()).contains("levels", "symbols");
    }

    private Path map(String name) throws IOException {
        return Files.writeString(directory.resolve(name), MAP);
    }

    private Path knowledge() {
        return directory.resolve("home/.local/share/bootledger/known-levels.txt");
    }

    private Map<String, String> environment() {
        return Map.of("HOME", directory.resolve("home").toString(), "COLUMNS", "200");
    }

    private Run run(Object... arguments) {
        return Run.with(InputStream.nullInputStream(), environment(), arguments);
    }

    private static Path place(Map<String, String> environment) {
        return new Surroundings(InputStream.nullInputStream(), System.out, System.err, environment, false, false)
                .knowledge();
    }
}

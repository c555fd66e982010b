package io.bootledger.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.bootledger.cli.Run;
import io.bootledger.cli.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code simulate --explain-link}, as it was when someone last read it beside the sources of those kernels. */
class ExplainLinkTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final String SECURITY = """
            {"machine": {"kernel": {"release": "4.19", "lto": %s}, "initcalls": [
              {"macro": "module_init", "function": "loop_init", "exit": "loop_exit"},
              {"macro": "late_initcall_sync", "function": "clk_disable_unused"},
              {"macro": "security_initcall", "function": "selinux_init"},
              {"macro": "console_initcall", "function": "con_init"}]}}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"3.2", "4.18", "4.19", "5.11", "5.12", "7.2"})
    void theTextIsTheOneThatWasRead(String release) throws IOException {
        boolean security = release.startsWith("4.");
        read("link-" + release, security ? written(SECURITY.formatted("false")) : "primer", "--kernel", release);
    }

    @Test
    void anLtoKernelHasStubsInSectionsOfTheirOwn() throws IOException {
        read("link-6.1-lto", written(SECURITY.formatted("true")), "--kernel", "6.1");
    }

    @Test
    void aDriverThatBecomesAModuleLeavesTheArray() throws IOException {
        read("link-module", "primer", "--set", "initcall.loop_init.module");
    }

    private static void read(String name, Object scenario, Object... options) throws IOException {
        Object[] words = Stream.concat(Stream.of("simulate", scenario, "--explain-link"), Stream.of(options))
                .toArray();
        Run run = Run.bootledger(words);
        assertThat(run.exitCode()).as(run.err()).isZero();
        Path golden = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, run.out());
            fail(golden + " is written anew: read the difference, then run without -Dgolden.update");
        }
        assertThat(run.out()).isEqualTo(Files.readString(golden));
    }

    /** The addresses and symbols are those of {@code System.map}. */
    @ParameterizedTest
    @ValueSource(strings = {"primer", "desktop", "arm-board"})
    void everySymbolOfTheSystemMapIsExplained(String scenario) throws IOException {
        Run run = Run.bootledger("simulate", scenario, "--explain-link", "--out", folder);
        assertThat(run.exitCode()).isZero();
        for (String line : Files.readAllLines(folder.resolve("System.map"))) {
            String[] symbol = line.split(" ");
            String defined = symbol[1].equals("D") ? symbol[0] + "  " + symbol[2] : symbol[2];
            assertThat(run.out()).contains(defined);
        }
    }

    @Test
    void theWayOfTheDozenFunctionsIsAPageToTheArrayAndAPageToTheFreedMemory() {
        assertThat(Run.bootledger("simulate", "primer", "--explain-link").out().lines())
                .hasSizeLessThan(75);
        List<String> log = Run.bootledger("simulate", "primer").out().lines().toList();
        assertThat(log).hasSizeLessThan(60).anyMatch(line -> line.contains("Freeing unused kernel image (initmem)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"primer", "2.6.28", "3.10", "4.19", "7.2"})
    void theWholeWayFromTheMacroToTheFreedMemoryIsAPage(String kernel) {
        Object[] other = kernel.equals("primer") ? new Object[0] : new Object[] {"--kernel", kernel};
        Run run = Run.bootledger(Stream.concat(Stream.of("simulate", "primer", "--as", "way"), Stream.of(other))
                .toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSizeLessThan(60);
        assertThat(run.out())
                .contains(
                        "module_init(loop_init), drivers/block/loop.o line 2278\n",
                        "loop_init6",
                        " in .initcall6.init\n",
                        "; returned 0 after 380 \u00b5s\n",
                        "free_initmem: Freeing unused kernel ",
                        "alias(\"dummy_init_module\")")
                .containsPattern("called by pid 181 in (sys_|do_)?init_module");
    }

    @Test
    void aHostileNameIsWrittenOut() throws IOException {
        Run run = Run.bootledger(
                "simulate",
                written(
                        "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"initcalls\": [{\"macro\": \"module_init\","
                                + " \"function\": \"a\", \"exit\": \"a\\u001b[31m\\nb\\u202e\", \"object\": \"\\r.o\"}]}}"),
                "--explain-link");
        assertThat(run.out())
                .contains("a\\x1b[31m\\x0ab", "\\u202e", "\\x0d.o")
                .doesNotContain("\u001b", "\u202e", "\r");
    }

    @Test
    void aSecondModuleInitInAModuleIsRefusedAsTheLinkerDoes() throws IOException {
        Path file = written("""
                {"machine": {"kernel": {"release": "6.1"}, "initcalls": [
                  {"macro": "module_init", "function": "a_init", "module": "x", "config": "m", "object": "drivers/a.o"},
                  {"macro": "subsys_initcall", "function": "b_init", "module": "x", "config": "m", "object": "drivers/b.o"}]}}
                """);
        Run run = Run.bootledger("simulate", file);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains(
                        "ld: drivers/b.o: multiple definition of `init_module'; drivers/a.o: first defined here",
                        "a_init and b_init are both module_init of the module x");
    }

    private Path written(String scenario) throws IOException {
        return Files.writeString(folder.resolve("machine.json"), scenario);
    }
}

package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.simulator.kernel.BootTruth;
import io.bootledger.simulator.machine.SystemMap;
import io.bootledger.traces.format.write.LogForm;
import io.bootledger.traces.symbols.SymbolTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenariosTest {
    static Stream<String> builtIn() {
        return Scenarios.BUILT_IN.stream();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void aBuiltInScenarioBootsToInitAndIsFoundInItsLog(String name) throws IOException {
        Scenario scenario = Scenarios.builtIn(name);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        BootTruth truth = new ScenarioLog(scenario).write(1, LogForm.DMESG, log);
        assertThat(truth.milestones().initStartedUs()).isNotNull();
        assertThat(truth.initcalls()).hasSizeGreaterThan(12);
        new Agreement(
                        truth,
                        RandomMachinesTest.analyze(log.toByteArray(), symbols(scenario))
                                .get(0),
                        scenario)
                .check();
    }

    private static SymbolTable symbols(Scenario scenario) throws IOException {
        return RandomMachinesTest.symbols(
                SystemMap.of(new ScenarioLog(scenario).simulation().image()));
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void aScenarioThatIsSavedAndReadAgainIsTheSame(String name) {
        Scenario scenario = Scenarios.builtIn(name);
        assertThat(Scenarios.parse("saved", Scenarios.text(scenario))).isEqualTo(scenario);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"initcals\": []}} | x:1:44: machine.initcals: unknown name; expected one of",
                "{\"machine\": {\"kernel\": {\"release\": \"six\"}}} | release is no kernel release: six",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"smp\": \"soon\"}} | x:1:51: machine.smp: not a duration: \"soon\"; expected a number and a unit",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\", \"arch\": \"vax\"}}} | unknown architecture: \"vax\"; expected one of [x86_64,",
                "{\"machine\": | x:1:",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"loads\": [{\"modul\": \"a\"}]}} | x:1:55: machine.loads[0].modul: unknown name; expected one of [module, after, loader, pid, build]; and a load needs a module",
                "{\"machine\": {\"kernal\": {\"release\": \"6.1\"}}} | x:1:14: machine.kernal: unknown name; expected one of [name, kernel,",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"initcalls\": [{\"macro\": \"module_init\", \"function\": \"a\", \"waits\": [{\"for\": \"work\"}]}]}} | waits[0]: a wait is for initramfs or async",
                "{\"machin\": {}} | x:1:2: machin: unknown name; expected one of [title, machine, noise, damage]; and a scenario needs a machine",
                "{\"title\": \"nothing\"} | a scenario needs a machine",
                "{\"machine\": {\"kernel\": {\"release\": \"3.6\", \"arch\": \"arm64\"}}} | machine.kernel: release is older than its architecture: 3.6; arm64 came with Linux 3.7",
                "{\"machine\": {\"kernel\": {\"release\": \"4.14.3\", \"arch\": \"riscv64\"}}} | riscv64 came with Linux 4.15",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"initramfs\": {\"kib\": -4}}} | machine.initramfs: kib is negative: -4",
                "{\"title\": NaN} | x:1:14: no value of JSON: NaN",
                "{\"machine\": {\"kernel\": | : it ends here, in the middle of the scenario",
                "{\"title\": \"a\", \"title\": \"b\"} | \"title\" is there twice",
                "null | x:1:1: a scenario is an object",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\", \"hz\": 99999999999}}} | machine.kernel.hz: expected a whole number that fits 32 bits",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"cpus\": 1.5}} | x:1:52: machine.cpus: expected a whole number",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\", \"log_buffer_kib\": -5}}} | machine.kernel: log_buffer_kib is negative: -5",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\", \"init_memory_kib\": -5}}} | init_memory_kib is negative: -5",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\", \"read_only_kib\": -5}}} | read_only_kib is negative: -5",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\", \"command_line\": \"a\\nb\"}}} | command_line has a line break or another character that cannot be there: \"a\\x0ab\"",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\\n[0.1] a\"}}} | machine.kernel: release has a blank or another character that cannot be there: \"6.1\\x0a[0.1] a\"",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1 b\"}}} | release has a blank",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\", \"banner\": \"a\\nb\"}}} | banner has a line break",
                "{\"machine\": {\"name\": \"a\\nb\", \"kernel\": {\"release\": \"6.1\"}}} | name has a line break",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"console\": {\"name\": \"a\\nb\"}}} | name has a blank",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"devices\": [{\"name\": \"a\\nb\", \"driver\": \"c\"}]}} | machine.devices[0]: name has a line break",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\", \"deferred_probe_timeout_millis\": -3}}} | deferred_probe_timeout_millis is less than -1, which is never: -3",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}}, \"noise\": {\"outliers_per_mille\": 1001}} | noise: outliers_per_mille is not 0 to 1000: 1001",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}}, \"noise\": {\"per_boot_percent\": -1}} | noise: per_boot_percent is negative: -1",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}}, \"noise\": {\"sizes\": [{\"percent\": 5}]}} | noise.sizes[0]: below is missing",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"initcalls\": [{\"macro\": \"module_init\", \"function\": \"a\", \"driver\": \"b\"}], \"devices\": [{\"name\": \"c\", \"driver\": \"b\", \"parent\": \"c\"}]}} | machine.devices[0].parent: no device listed before has the name \"c\"",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"loads\": [{\"module\": \"foo\"}]}} | machine.loads[0].module: no initcall is of a module \"foo\" (config: m)",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"loads\": [{\"module\": \"foo\", \"loader\": 0}]}} | machine.loads[0]: loader is not 1 or more: 0",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"loads\": [{\"module\": \"foo\", \"pid\": -1}]}} | machine.loads[0]: pid is not 1 or more: -1",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"devices\": [{\"name\": \"a\", \"driver\": \"b\"}]}} | machine.devices[0].driver: no initcall registers a driver \"b\"",
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"initcalls\": [{\"macro\": \"module_init\", \"function\": \"a\", \"waits\": [{\"for\": \"work\", \"of\": \"w\"}]}]}} | machine.initcalls[0].waits[0].of: no initcall queues work \"w\""
            })
    void aScenarioThatIsNoneIsRefusedWithPlaceAndExpectation(String json, String message) {
        assertThatThrownBy(() -> Scenarios.parse("x", json))
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith("x")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"macro\": \"security_initcal\", \"function\": \"a\"}",
                "{\"macro\": 3, \"function\": \"a\"}",
                "{\"macro\": null, \"function\": \"a\"}",
                "{\"macro\": \"module_init\", \"function\": [\"a\"]}",
                "{\"macro\": \"module_init\", \"function\": \"a\", \"returns\": true}",
                "{\"macro\": \"module_init\", \"function\": \"a\", \"returns\": 99999999999}",
                "{\"macro\": \"module_init\", \"function\": \"a\", \"takes\": 5}",
                "{\"macro\": \"module_init\", \"function\": \"a\", \"requests\": [null]}",
                "{\"macro\": \"module_init\", \"function\": \"a\", \"says\": \"x\"}",
                "{\"macro\": \"security_initcall\", \"function\": \"a\"}",
                "{\"macro\": \"module_init\", \"function\": \"a b\"}",
                "{\"macro\": \"module_init\", \"function\": \"a\\nb\"}",
                "{\"macro\": \"module_init\", \"function\": \"a\", \"size\": -1}",
                "{\"macro\": \"module_init\", \"function\": \"a\", \"source_line\": -1}",
                "{\"macro\": \"module_init\", \"function\": \"a\", \"returns\": NaN}",
                "{\"macro\": \"module_init\", \"function\": \"a\", \"gap\"",
                "{\"macro\": \"pure_initcall\", \"function\": \"a\", \"config\": \"m\"}",
                "{\"macro\": \"arch_initcall_sync\", \"function\": \"a\", \"config\": \"m\"}",
                "{\"macro\": \"__initcall\", \"function\": \"a\", \"config\": \"m\"}",
                "null",
                "5"
            })
    void noMistakeIsToldByTheNameOfAClass(String initcall) {
        String json = "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"initcalls\": [" + initcall + "]}}";
        assertThatThrownBy(() -> Scenarios.parse("x", json))
                .isInstanceOf(ScenarioException.class)
                .hasMessageMatching("x:1:\\d+: .*")
                .hasMessageNotContainingAny("bootledger", "java", "jackson", "Exception");
    }

    /** {@code asm/setup.h}; {@code initcall_debug} is put in front and counts. */
    @ParameterizedTest
    @CsvSource({
        "x86_64, 6.1, 2032",
        "i386, 3.4, 2032",
        "arm64, 6.1, 2032",
        "arm, 6.1, 1008",
        "riscv64, 6.1, 496",
        "riscv64, 6.8, 1008"
    })
    void aCommandLineIsAsLongAsTheKernelTakesIt(String arch, String release, int most) {
        String json = "{\"machine\": {\"kernel\": {\"release\": \"" + release + "\", \"arch\": \"" + arch
                + "\", \"command_line\": \"%s\"}}}";
        assertThat(Scenarios.parse("x", json.formatted("a".repeat(most)))
                        .machine()
                        .kernel()
                        .wholeCommandLine())
                .hasSize(most + 15);
        assertThatThrownBy(() -> Scenarios.parse("x", json.formatted("a".repeat(most + 1))))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("machine.kernel: command_line is longer than a kernel of " + arch + " takes: "
                        + (most + 16) + " of at most " + (most + 15) + " characters");
    }

    @Test
    void whatIsNestedTooDeeplyIsSaidSo() {
        assertThatThrownBy(() -> Scenarios.parse("x", "[".repeat(5_000)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageNotContainingAny("Stream", "Constraints", "java");
        assertThatThrownBy(() -> Scenarios.parse("x", "{\"title\": " + "[".repeat(5_000)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageNotContainingAny("Stream", "Constraints", "java");
    }

    @Test
    void commentsAndTrailingCommasAreWelcome() {
        Scenario scenario = Scenarios.parse("x", """
                // A machine
                {
                  "machine": {
                    "kernel": {"release": "6.1"}, /* and nothing else */
                  },
                }
                """);
        assertThat(scenario.machine().initcalls()).isEmpty();
    }
}

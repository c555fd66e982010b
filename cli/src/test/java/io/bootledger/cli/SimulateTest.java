package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.process.ExitCode;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateTest {
    @TempDir
    private Path directory;

    @Test
    void theBuiltInScenariosAreListed() {
        Run run = Run.bootledger("simulate", "--list");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .hasSize(6)
                .anyMatch(line -> line.matches("deferral-maze +A maze of deferred probes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dmesg", "kmsg", "console", "json", "ftrace"})
    void aSimulatedLogIsAnalysedLikeARealOne(String form) {
        Run simulated = Run.bootledger("simulate", "cloud-vm", "--as", form);
        assertThat(simulated.exitCode()).isZero();
        Run analysed = Run.with(Run.bytes(simulated.out()), Map.of(), "analyze", "-", "--json", "-");
        assertThat(analysed.exitCode()).isZero();
        assertThat(analysed.out()).contains("\"function\"", "\"virtio_blk_init\"", "\"level\"");
    }

    @Test
    void eventsAreWrittenAsJsonLines() {
        Run run = Run.bootledger("simulate", "cloud-vm", "--as", "events");
        assertThat(run.out().lines()).first().asString().contains("\"schema\"");
        assertThat(run.out().lines()).last().asString().contains("boot_recorded");
    }

    @Test
    void stepsAreALineEachAndNoDeeperThanAskedFor() {
        Run run = Run.bootledger("simulate", "primer", "--as", "steps");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .startsWith(
                        "        time    pid  step", "    0.000000      0  start_kernel: is the first function in C")
                .allMatch(line -> line.matches(
                        " +time +pid  step| +[0-9]+\\.[0-9]{6} +[0-9]+  ( {2})*[a-z_]+( -?[0-9].*|\\(.*)?(: .*)?"));
        assertThat(Run.bootledger("simulate", "primer", "--as", "steps", "--depth", "2")
                        .out()
                        .lines())
                .containsExactlyElementsOf(run.out()
                        .lines()
                        .filter(line -> !line.startsWith("    ", 21))
                        .toList());
    }

    @Test
    void stepsLieBesideTheTruthOfTheirBoot() throws IOException {
        Path out = directory.resolve("steps");
        assertThat(Run.bootledger("simulate", "failing-boot", "--as", "steps", "--out", out)
                        .exitCode())
                .isZero();
        assertThat(Files.readString(out.resolve("boot-1.steps"))).contains("return -8 ENOEXEC: to user space");
        assertThat(Files.readString(out.resolve("boot-1.truth.json")))
                .contains("\"module\" : \"ghost\"", "\"led_init\"");
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() {
        Run first = Run.bootledger("simulate", "desktop", "--seed", "5");
        assertThat(first.outBytes())
                .isEqualTo(Run.bootledger("simulate", "desktop", "--seed", "5").outBytes());
        assertThat(first.outBytes())
                .isNotEqualTo(
                        Run.bootledger("simulate", "desktop", "--seed", "6").outBytes());
    }

    @Test
    void logsTruthsAndTheSymbolTableGoIntoADirectory() throws IOException {
        Path out = directory.resolve("maze");
        Run run = Run.bootledger("simulate", "deferral-maze", "--boots", "2", "--out", out);
        assertThat(run.exitCode()).isZero();
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "System.map", "boot-1.log", "boot-1.truth.json", "boot-2.log", "boot-2.truth.json");
        }
        assertThat(Files.readString(out.resolve("boot-1.truth.json"))).contains("\"pending\" : [ \"modem\"");
    }

    @Test
    void aMachineLikeARealBootSaysWhatAChangeWouldGain() {
        Path real = Checkout.sample("amd64-6.1-cloud/dmesg.txt");
        Run run = Run.bootledger("simulate", "--like", real, "--set", "initcall.acpi_init.faster=50%");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).matches("""
                        init starts at [0-9.]+ s instead of [0-9.]+ s: [0-9.]+ ms \\([0-9.]+ %\\) earlier
                        analyze --what-if says of "acpi_init faster": gains [0-9.]+ to [0-9.]+ ms
                        """);
        assertThat(run.out()).contains("initcall acpi_init+0x0/");
    }

    @Test
    void aSavedScenarioCanBeSimulated() {
        Path saved = directory.resolve("machine.json");
        assertThat(Run.bootledger("simulate", "arm-board", "--save", saved).out())
                .isEmpty();
        assertThat(Run.bootledger("simulate", saved).outBytes())
                .isEqualTo(Run.bootledger("simulate", "arm-board").outBytes());
    }

    @Test
    void anotherKernelSpeaksItsOwnDialect() {
        assertThat(Run.bootledger("simulate", "cloud-vm", "--kernel", "7.2").out())
                .contains("Linux version 7.2 ", "entering initcall level: subsys");
    }

    /** CONFIG_PRINTK_CALLER is of 5.1, deferred probes are of 3.4. */
    @ParameterizedTest
    @CsvSource({"2.6.35, false, false", "3.3, false, false", "3.4, true, false", "5.0, true, false", "5.1, true, true"})
    void anOlderKernelHasOnlyWhatThereWas(String kernel, boolean deferral, boolean callers) throws IOException {
        Path saved = directory.resolve("arm.json");
        Run.bootledger("simulate", "arm-board", "--save", saved);
        Files.writeString(saved, Files.readString(saved).replace("\"arm64\"", "\"arm\""));
        String log = Run.bootledger("simulate", saved, "--kernel", kernel).out();
        assertThat(log.contains("deferred_probe_initcall")).isEqualTo(deferral);
        assertThat(log.contains("][    T1] ")).isEqualTo(callers);
    }

    @Test
    void theFilesBesideTheLogsAreNoBoots() {
        Path out = directory.resolve("board");
        Run.bootledger("simulate", "arm-board", "--boots", "2", "--out", out);
        Run run = Run.bootledger("compare", out, out);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out() + run.err()).doesNotContain("truth.json", "System.map");
    }

    /** It would stand in the log as lines of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"6.12\n[    0.000001] calling  forged_init+0x0/0x1 @ 1", "6.12 forged", "6.12\tforged"})
    void aReleaseThatIsNotOneWordIsRefused(String release) {
        Run run = Run.bootledger("simulate", "primer", "--kernel", release);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .startsWith("bootledger: --kernel: release has a blank or another character that cannot be there: ")
                .hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simulate | give a scenario or --like LOG, one of them",
                "simulate no-such-machine | there is no file no-such-machine, and no scenario of that name; there are primer,",
                "simulate desktop --kernel new | --kernel: release is no kernel release: new; expected one as",
                "simulate desktop --kernel 9.99 | --kernel: the newest kernel whose words are known is 7.2, and 9.99 is newer",
                "simulate desktop --as steps --depth 0 | --depth is not 1 or more: 0",
                "simulate desktop --json - | --json is for --explain-link or --as steps, one of them",
                "simulate desktop --as steps --explain-link --json - | --json is for --explain-link or --as steps, one of them",
                "simulate desktop --depth 3 | --depth is for --as steps",
                "simulate --list --seed 7 --as kmsg | --list shows the built-in scenarios and takes nothing else: leave --seed, --as out",
                "simulate desktop --list | leave \"desktop\" out",
                "simulate desktop --explain-link --boots 3 | --explain-link boots nothing that --boots could repeat",
                "simulate desktop --explain-link --as kmsg | --explain-link writes no log that --as could form",
                "simulate arm-board --kernel 3.4 | --kernel: release is older than its architecture: 3.4; arm64 came with Linux 3.7",
                "simulate desktop --boots 0 | --boots is not 1 or more: 0",
                "simulate desktop --set speed=9 | not a change: \"speed=9\"; expected initcall.NAME.",
                "simulate desktop --as mp3 | mp3"
            })
    void wrongUsageIsASentence(String words, String sentence) {
        Run run = Run.bootledger((Object[]) words.split(" "));
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("bootledger: ").contains(sentence);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aScenarioWithoutANameIsNone() {
        Run run = Run.bootledger("simulate", "");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("give a scenario or --like LOG, one of them");
    }

    @Test
    void aFileThatIsNotUtf8IsSaidToBeNone() throws IOException {
        for (Charset other : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
            Path file = Files.writeString(directory.resolve("m.json"), "{\"title\": \"\u00e9\"}", other);
            Run run = Run.bootledger("simulate", file);
            assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
            assertThat(run.err()).contains("it is not UTF-8");
        }
    }

    @Test
    void aScenarioThatIsNoneIsRefusedWithItsPlace() throws IOException {
        Path file = Files.writeString(directory.resolve("m.json"), "{\"machine\": {\n  \"kernel\": 5}}");
        Run run = Run.bootledger("simulate", file);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("m.json:2:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'machine': {'kernel': {'release': '6.1'}, 'loads': [{'modul': 'foo'}]}} | and a load needs a module: did you mean module?",
                "{'machine': {'kernel': {'relase': '6.1'}}} | did you mean release?",
                "{'machine': {'kernel': {'release': '6.1'}, 'initcals': []}} | did you mean initcalls?",
                "{'machine': {'kernel': {'release': '6.1'}, 'loads': [{'after': '1ms'}]}} | machine.loads[0]: a load needs a module"
            })
    void aMistypedNameIsToldAlsoWhereItIsMissingThen(String json, String sentence) throws IOException {
        Path file = Files.writeString(directory.resolve("m.json"), json.replace('\'', '"'));
        Run run = Run.bootledger("simulate", file);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(sentence).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "true", "\"x\"", "5"})
    void whatIsNoScenarioAtAllIsSaidSo(String json) throws IOException {
        Run run = Run.bootledger("simulate", Files.writeString(directory.resolve("m.json"), json));
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("m.json").contains("an object, {...}").doesNotContain("io.bootledger", "Token");
    }

    @Test
    void aMachineHasNoMoreProcessorsThanAKernelIsBuiltFor() throws IOException {
        Path many = Files.writeString(
                directory.resolve("m.json"),
                "{\"machine\": {\"kernel\": {\"release\": \"6.1.0\"}, \"cpus\": 2147483647}}");
        Run run = Run.bootledger("simulate", many);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("cpus is not from 1 to 8192: 2147483647");

        Path log = Files.writeString(directory.resolve("forged.log"), """
                [    0.000000] Linux version 7.2.0 (b@h) (gcc 12) #1 SMP
                [    0.100000] calling  a_init+0x0/0x10 @ 1
                [    0.200000] initcall a_init+0x0/0x10 returned 0 after 100000 usecs
                [    0.300000] smp: Brought up 27619 nodes, 2147483647 CPUs
                """);
        assertThat(Run.bootledger("simulate", "--like", log).exitCode()).isZero();
    }

    @Test
    void aKernelTooOldToBeSimulatedIsRefused() throws IOException {
        Path log = Files.writeString(directory.resolve("old.log"), """
                Linux version 2.6.27 (a@b) (gcc version 4.2) #1 SMP
                initcall 0xc03b2dd0: one_init+0x0/0x10() returned 0.
                initcall 0xc03b2dd0 ran for 20 msecs: one_init+0x0/0x10()
                """);
        Run run = Run.bootledger("simulate", "--like", log);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("its kernel cannot be simulated", "2.6.28");
    }
}

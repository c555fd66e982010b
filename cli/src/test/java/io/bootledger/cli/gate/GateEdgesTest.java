package io.bootledger.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boots that are few, cut, dead or of another build, as a simulated machine makes them: never a silent pass. */
class GateEdgesTest {
    @TempDir
    private static Path boots;

    private static String baseline;

    @TempDir
    private Path folder;

    @BeforeAll
    static void theBoardAsItWas() {
        baseline = boots("baseline", 1, "cloud-vm");
    }

    @Test
    void oneBootAgainstOneDecidesNothing() {
        Run run = gate(boots.resolve("baseline/boot-1.log"), boots.resolve("baseline/boot-2.log"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).startsWith("INSUFFICIENT").contains("n=1+1", "boot each kernel 6 times");
        assertThat(run.out()).containsOnlyOnce("smallest p");
    }

    @Test
    void aLogThatLostItsHeadIsLeftOutAndSaidSo() throws IOException {
        Path cut = folder.resolve("cut.log");
        List<String> lines = Files.readAllLines(boots.resolve("baseline/boot-1.log"));
        Files.write(cut, lines.subList(lines.size() / 2, lines.size()));

        Run run = gate(baseline, unchanged(), cut, "--fail-on-inconclusive");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).contains("left out: candidate " + cut + ": the beginning of the boot is lost");
    }

    @Test
    void aLogWithoutTimeStampsIsSaidSoByAllThatMeasure() throws IOException {
        Path whole = boots.resolve("baseline/boot-1.log");
        Path bare = folder.resolve("bare.log");
        Files.write(
                bare,
                Files.readAllLines(whole).stream()
                        .map(line -> line.replaceFirst("^\\[ *[0-9.]+\\] ", ""))
                        .toList());
        Path store = folder.resolve("store");

        Run gated = gate(baseline, bare);
        assertThat(gated.exitCode()).isEqualTo(3);
        assertThat(gated.out()).startsWith("INSUFFICIENT").contains(bare + ": ");
        Run compared = Run.bootledger("compare", whole, bare);
        assertThat(compared.exitCode()).isZero();
        assertThat(compared.out()).contains("time stamps");
        assertThat(Run.bootledger("ingest", bare, "--store", store).exitCode()).isZero();
        assertThat(Run.bootledger("stats", "--store", store).exitCode()).isZero();
        assertThat(Run.bootledger("history", "--store", store).err()).doesNotContain("fault");
    }

    @Test
    void aCandidateThatHangsIsNoPass() {
        Run run = gate(baseline, boots("hanging", 6, "cloud-vm", "--set", "initcall.virtio_blk_init.fault=hang"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .startsWith("INSUFFICIENT")
                .contains("no complete boot in the candidate", "no sign of init in its log");
    }

    @Test
    void aCandidateWhoseLogGoesOnWithoutAReturnHangsAndIsRed() throws IOException {
        List<String> lines = Files.readAllLines(boots.resolve("baseline/boot-2.log"));
        int called = 0;
        while (!lines.get(called).contains("calling  virtio_blk_init")) {
            called++;
        }
        List<String> hanging = new ArrayList<>(lines.subList(0, called + 1));
        Path cut = Files.write(folder.resolve("cut.log"), hanging);
        hanging.add("[   99.000000] random: crng init done");
        Path hung = Files.write(folder.resolve("hung.log"), hanging);

        Run run = gate(baseline, hung);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("REGRESSED n=5+0; virtio_blk_init: it hung: the log goes on for ")
                .contains("the candidate does not boot: virtio_blk_init: it hung");
        assertThat(gate(baseline, baseline, hung).exitCode()).isEqualTo(1);
        assertThat(gate(hung, hung).exitCode()).isEqualTo(3);
        assertThat(gate(baseline, cut).exitCode()).isEqualTo(3);
    }

    @Test
    void aFileIsOneBootByWhateverPathItIsNamed() {
        Path folderOfLogs = boots.resolve("baseline");

        Run run = gate(unchanged(), folderOfLogs, baseline, folderOfLogs.resolve("../baseline/boot-1.log"));

        assertThat(run.out()).contains(" n=5+5");
        assertThat(run.err())
                .contains("--candidate: 11 logs are named and 5 of them differ: each file is taken once")
                .doesNotContain("--baseline:");
    }

    @Test
    void copiesOfOneBootAreNoSixBootsOfAMachineThatNeverRepeatsItself() throws IOException {
        Path copies = copies(1, "copies");

        Run busy = gate(baseline, copies);
        assertThat(busy.exitCode()).isEqualTo(3);
        assertThat(busy.out()).startsWith("INSUFFICIENT").contains("a copy is no boot", "1 of 6 candidate boots");
        Run other = gate(copies, baseline);
        assertThat(other.exitCode()).isEqualTo(3);
        Run deterministic = gate(copies, copies(1, "others"));
        assertThat(deterministic.exitCode()).isZero();
        assertThat(deterministic.out()).startsWith("DETERMINISTIC").contains("n=1+1 (made 6+6 times)");
    }

    private Path copies(int boot, String name) throws IOException {
        Path copies = Files.createDirectory(folder.resolve(name));
        for (int copy = 1; copy <= 6; copy++) {
            Files.copy(boots.resolve("baseline/boot-" + boot + ".log"), copies.resolve(copy + ".log"));
        }
        return copies;
    }

    private Path unchanged() {
        return Reboots.of(boots.resolve("baseline"), folder.resolve("unchanged"));
    }

    @Test
    void whatNamesNothingIsSaidAndWhatIsNoRuleRefused() throws IOException {
        Path budget = Files.writeString(folder.resolve("b.toml"), """
                schema = 1
                [[budget]]
                initcall = "no_such_init"
                max = "1 ms"
                [[budget]]
                initcall = "virtio_*"
                max = "100 s"
                [[waive]]
                owner = "NOBODY*"
                until = 2999-12-31
                reason = "none"
                """);

        Run run = gate(baseline, unchanged(), "--budget", budget);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "matches nothing in these boots: budget initcall=no_such_init, of the budget file",
                        "matches nothing in these boots: waive owner=NOBODY*, of the budget file")
                .doesNotContain("budget initcall=virtio_*");
        Files.writeString(budget, "schema = 1\n[[budget]]\nfailures-max = -1\n");
        assertThat(gate(baseline, baseline, "--budget", budget).exitCode()).isEqualTo(2);
        Run misspelt = gate(baseline, baseline, "--allow-env-diff", "clock");
        assertThat(misspelt.exitCode()).isEqualTo(2);
        assertThat(misspelt.err()).contains("clock: no such thing is held against each other", "clocksource");
    }

    @Test
    void aCandidateThatOopsesInAnInitcallIsRed() {
        Run run = gate(baseline, boots("oopsing", 6, "cloud-vm", "--set", "initcall.virtio_blk_init.fault=oops"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("REGRESSED n=5+0; the kernel panicked");
    }

    @Test
    void anInitcallThatNewlyFailsIsRed() {
        Run run = gate(baseline, boots("failing", 6, "cloud-vm", "--set", "initcall.virtio_blk_init.returns=-22"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("newly fails: ").contains("virtio_blk_init");
    }

    @Test
    void aRemovedInitcallIsTold() {
        Run run = gate(baseline, boots("removed", 6, "cloud-vm", "--set", "initcall.virtio_net_driver_init.remove"));

        assertThat(run.out()).contains("gone: virtio_net_driver_init");
    }

    /** With link-time optimization a log names stubs, and their numbers change with every build. */
    @Test
    void theStubsOfTwoLtoBuildsAreTheSameInitcalls() throws IOException {
        String one = boots("lto-1", 1, lto("lto-1.json", 0).toString());
        String other = boots("lto-2", 6, lto("lto-2.json", 17).toString());
        assertThat(Files.readString(boots.resolve("lto-1/boot-1.log"))).contains("__initstub__kmod_");
        assertThat(stubs("lto-1")).hasSizeGreaterThan(20).doesNotContainAnyElementsOf(stubs("lto-2"));

        Run run = gate(one, other);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).doesNotContain("new initcall:", "gone:");
        Run renamed = gate(baseline, other);
        assertThat(renamed.exitCode()).isZero();
        assertThat(renamed.out()).doesNotContain("new initcall:", "gone:");
    }

    private static List<String> stubs(String name) throws IOException {
        try (Stream<String> lines = Files.lines(boots.resolve(name + "/boot-1.log"))) {
            return lines.filter(line -> line.contains("calling  __initstub__"))
                    .map(line -> line.replaceAll(".*calling  ([^+]*).*", "$1"))
                    .toList();
        }
    }

    /** The machine as a kernel built with LTO, whose sources have so many lines more at their head. */
    private Path lto(String file, int moreLines) throws IOException {
        Path scenario = folder.resolve(file);
        Run.bootledger("simulate", "cloud-vm", "--save", scenario);
        String text = Files.readString(scenario, StandardCharsets.UTF_8)
                .replaceFirst("\"kernel\" : \\{", "$0 \"lto\": true,");
        List<String> moved = new ArrayList<>();
        for (String line : text.split("\n")) {
            moved.add(
                    line.contains("\"source_line\"")
                            ? line.replaceAll(
                                    "\\d+", Integer.toString(moreLines + Integer.parseInt(line.replaceAll("\\D", ""))))
                            : line);
        }
        return Files.writeString(scenario, String.join("\n", moved));
    }

    /** Five boots; the pattern of their logs. */
    private static String boots(String name, int seed, Object... machine) {
        Path out = boots.resolve(name);
        List<Object> words = new ArrayList<>(List.of("simulate", "--seed", seed, "--boots", 5, "--out", out));
        words.addAll(List.of(machine));
        assertThat(Run.bootledger(words.toArray()).exitCode()).isZero();
        return out + "/*.log";
    }

    private static Run gate(Object baseline, Object... candidate) {
        List<Object> words = new ArrayList<>(List.of("gate", "--baseline", baseline, "--candidate"));
        words.addAll(List.of(candidate));
        return Run.bootledger(words.toArray());
    }
}

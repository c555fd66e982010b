package io.bootledger.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails no build is told all the same, in the outputs for programs too. */
class GateToldTest {
    private static final int BOOTS = 12;

    @TempDir
    private static Path boots;

    @TempDir
    private Path folder;

    @BeforeAll
    static void twelveBootsOfOneMachine() {
        assertThat(Run.bootledger("simulate", "cloud-vm", "--seed", 7, "--boots", BOOTS, "--out", boots)
                        .exitCode())
                .isZero();
    }

    @Test
    void whatIsNewInSomeBootsAndWhichBootsAreLeftOut() throws IOException {
        Path candidate = candidate(lines -> {
            List<String> more = new ArrayList<>();
            for (String line : lines) {
                more.add(line);
                if (line.contains("initcall inet_init+") && line.contains(" returned ")) {
                    String stamp = line.substring(0, line.indexOf(']') + 2);
                    more.add(stamp + "calling  new_init+0x0/0x20 @ 1");
                    more.add(stamp + "initcall new_init+0x0/0x20 returned 0 after 40 usecs");
                }
            }
            return more;
        });
        Files.writeString(candidate.resolve("cut.log"), "[    0.000000] Linux version 6.1.0 (a@b) #1 SMP\n");

        Run run = gate(candidate);

        assertThat(run.out()).contains("new in some candidate boots: new_init (5 of 6)");
        assertThat(folder.resolve("junit.xml"))
                .content()
                .contains("new in some candidate boots: new_init (5 of 6)", "cut.log", "classname=\"boot.excluded\"");
        assertThat(folder.resolve("gate.json")).content().contains("\"sometimes_added\"", "\"called\": 5");
    }

    /** Ahead of it the next initcall is called by the same thread: it did return. */
    @Test
    void aReturnThatIsLostIsNoFailureAndNothingIsGone() throws IOException {
        Run run = gate(candidate(lines -> lines.stream()
                .filter(line -> !(line.contains("initcall inet_init+") && line.contains(" returned ")))
                .toList()));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("not tested, as a boot does not tell how long it took: inet_init")
                .doesNotContain("newly fails", "gone: inet_init");
    }

    @Test
    void aWaiverThatHasEndedIsSaidInEveryReport() throws IOException {
        Path budget = Files.writeString(folder.resolve("bootledger.toml"), """
                [[waive]]
                initcall = "inet_init"
                until = 2026-11-01
                reason = "ticket 5"
                """);

        Run run = gate(candidate(lines -> lines), "--budget", budget);

        String said = "the waiver of initcall=inet_init ended on 2026-11-01: ticket 5";
        assertThat(run.out()).contains(said);
        assertThat(folder.resolve("junit.xml")).content().contains(said);
    }

    @Test
    void aSelftestOfBootsThatAreRedAsTheyAreCannotTell() throws IOException {
        Path candidate = candidate(lines -> lines.stream()
                .map(line ->
                        line.contains("Freeing unused kernel") ? "[    9.000000] Kernel panic - not syncing: no" : line)
                .toList());

        Run run = Run.bootledger("gate", "selftest", "--baseline", half(0), "--candidate", candidate);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).startsWith("selftest cannot tell").contains("The gate is red to these boots as they are");
    }

    private Object half(int first) throws IOException {
        Path side = Files.createDirectories(folder.resolve("side-" + first));
        for (int boot = first; boot < first + BOOTS / 2; boot++) {
            Files.copy(log(boot), side.resolve(boot + ".log"));
        }
        return side;
    }

    private static Path log(int boot) {
        return boots.resolve("boot-" + (boot + 1) + ".log");
    }

    /** Six boots of which five are changed. */
    private Path candidate(UnaryOperator<List<String>> change) throws IOException {
        Path side = Files.createDirectories(folder.resolve("candidate"));
        for (int boot = 0; boot < BOOTS / 2; boot++) {
            List<String> lines = Files.readAllLines(log(boot + BOOTS / 2));
            Files.write(side.resolve(boot + ".log"), boot == 0 ? lines : change.apply(lines));
        }
        return side;
    }

    private Run gate(Path candidate, Object... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of(
                "gate",
                "--baseline",
                half(0),
                "--candidate",
                candidate,
                "--junit",
                folder.resolve("junit.xml"),
                "--json",
                folder.resolve("gate.json")));
        words.addAll(List.of(more));
        return Run.bootledger(words.toArray());
    }
}

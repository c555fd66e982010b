package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.scenario.ScenarioLog;
import io.bootledger.simulator.scenario.Scenarios;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.message.MessageTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which programs the kernel tries as init, and what it says of each ({@code init/main.c}). */
class InitAttemptsTest {
    private final List<String> lines = new ArrayList<>();

    private BootTruth boot(String release, String commandLine, String init, String more) {
        MessageTable messages = new MessageTable();
        KernelVersion version = KernelVersion.of(release);
        return new ScenarioLog(Scenarios.parse(
                        "test", """
                {"machine": {"kernel": {"release": "%s", "command_line": "%s"}, "ending": {"init": %s}}%s}
                """.formatted(release, commandLine, init == null ? "null" : "\"" + init + "\"", more)))
                .run(
                        1,
                        record -> lines.add(
                                "<" + record.priority().severity() + ">" + messages.write(record.event(), version)),
                        traced -> {});
    }

    private List<String> said() {
        return lines.stream()
                .filter(line -> line.matches(
                        "<.>(Run |  with |    |Failed to|Kernel panic - not syncing: Requested|check access).*"))
                .toList();
    }

    @Test
    void eachAttemptTellsItsArguments() {
        boot("6.12", "", "/bin/sh", "");
        assertThat(said()).hasSize(24).startsWith("<6>Run /sbin/init as init process", "<7>  with arguments:");
        assertThat(said().stream().filter(line -> line.startsWith("<6>")))
                .containsExactly(
                        "<6>Run /sbin/init as init process",
                        "<6>Run /etc/init as init process",
                        "<6>Run /bin/init as init process",
                        "<6>Run /bin/sh as init process");
        assertThat(said().subList(18, 24))
                .containsExactly(
                        "<6>Run /bin/sh as init process",
                        "<7>  with arguments:",
                        "<7>    /bin/sh",
                        "<7>  with environment:",
                        "<7>    HOME=/",
                        "<7>    TERM=linux");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.6.35 | <4>Failed to execute /x.  Attempting defaults...",
                "3.10   | <3>Failed to execute /x.  Attempting defaults...",
                "3.14   | <3>Failed to execute /x (error -2).  Attempting defaults...",
                "4.18   | <0>Kernel panic - not syncing: Requested init /x failed (error -2).",
            })
    void whatIsAskedForAndIsNotThere(String release, String said) {
        BootTruth truth = boot(release, "init=/x", "/sbin/init", "");
        assertThat(said()).containsExactly(said);
        boolean panics = said.startsWith("<0>");
        assertThat(truth.milestones().panic() != null).isEqualTo(panics);
    }

    @Test
    void whatIsAskedForIsTriedFirst() {
        assertThat(boot("6.12", "init=/x init=/bin/sh", "/bin/sh", "")
                        .milestones()
                        .init())
                .isEqualTo("/bin/sh");
        assertThat(said()).hasSize(6).startsWith("<6>Run /bin/sh as init process");
    }

    @Test
    void aMachineWithoutAnEndingHasTheInitThatIsAskedFor() {
        BootTruth truth = new ScenarioLog(Scenarios.parse(
                        "test", "{\"machine\": {\"kernel\": {\"release\": \"6.12\", \"command_line\": \"init=/x\"}}}"))
                .run(1, record -> {}, traced -> {});
        assertThat(truth.milestones().init()).isEqualTo("/x");
    }

    @ParameterizedTest
    @CsvSource({
        "6.16, /sbin/init, 0",
        "6.17, /sbin/init, 1",
        "6.19, /sbin/init, 1",
        "6.18, /init, 0",
        "7.0, /sbin/init, 0"
    })
    void thatTheInitramfsHasNoneIsSaidForThreeVersions(String release, String init, int said) {
        boot(release, "", init, "");
        assertThat(lines.stream().filter("<4>check access for rdinit=/init failed: -2, ignoring"::equals))
                .hasSize(said);
    }

    /** The truth tells what a log that ends there may be read as. */
    @ParameterizedTest
    @CsvSource({"1, ", "2, /sbin/init", "3, /sbin/init", "8, /etc/init", "26, /bin/sh", "27, "})
    void aLogThatEndsAmongTheAttempts(int more, String lastInVain) {
        boot("6.12", "", null, "");
        int first = lines.indexOf("<6>Run /sbin/init as init process");
        String cut = ", \"damage\": {\"cut_after_records\": " + (first + more - 1) + "}";
        BootTruth truth = boot("6.12", "", null, cut);
        List<BootTruth.InitAttempt> inVain = truth.initsInVain();
        assertThat(truth.milestones().init()).isNull();
        assertThat(truth.milestones().initStartedUs()).isNull();
        if (truth.milestones().panic() == null) {
            assertThat(inVain.isEmpty() ? null : inVain.get(inVain.size() - 1).program())
                    .isEqualTo(lastInVain);
        } else {
            assertThat(inVain).hasSize(4);
        }
    }
}

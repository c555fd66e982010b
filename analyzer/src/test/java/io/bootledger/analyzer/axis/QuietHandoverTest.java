package io.bootledger.analyzer.axis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Logs without {@code Run ... as init process}, as of a quiet console or a ring buffer that lost its head; or without a switch of root. */
class QuietHandoverTest {
    private static final String BANNER = "[    0.000000] Linux version 6.12.1 (a@b) (gcc) #1 SMP\n"
            + "[    1.102000] mmc0: unrecognised EXT_CSD revision 8\n";
    private static final String SYSTEMD = "[    2.602000] systemd[1]: systemd 257 running in system mode (+PAM)\n"
            + "\nWelcome to Debian GNU/Linux 13 (trixie)!\n[  OK  ] Reached target multi-user.target - Multi-User System.\n";
    private static final String LOGIN = "\nDebian GNU/Linux 13 board ttyS0\n\nboard login: \n";

    private static Axis axis(String log) {
        List<BootAnalysis> boots = new ArrayList<>();
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        try {
            LogReader.read(
                    LogSource.stream("log", new ByteArrayInputStream(bytes)),
                    ReadingOptions.NUMBERS,
                    new BootAnalyzer("log", AnalysisOptions.LOG_ONLY, boots::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(boots).hasSize(1);
        return boots.get(0).axis();
    }

    private static String stages(Axis axis) {
        return String.join(
                ", ",
                axis.stages().stream()
                        .map(stage -> stage.name() + " " + stage.firstLine() + "-" + stage.lastLine() + " "
                                + stage.fromUs() + " " + stage.untilUs())
                        .toList());
    }

    private static List<String> ledger(Axis axis) {
        return Objects.requireNonNull(axis.ledger()).entries().stream()
                .map(entry -> entry.name() + " " + entry.us())
                .toList();
    }

    @Test
    void whoSpeaksAndThePromptAreToldByTheirOwnWords() {
        Axis axis = axis(BANNER + SYSTEMD + LOGIN);

        assertThat(stages(axis)).isEqualTo("kernel 1-2 0 null, systemd 3-9 2602000 null, login prompt 10-10 null null");
        assertThat(ledger(axis))
                .as("where between its last word and systemd's first the kernel handed over, nobody says")
                .containsExactly("kernel + user space 2602000");
        assertThat(Objects.requireNonNull(axis.ledger()).unknown()).containsExactly("systemd");
    }

    @Test
    void anInitramfsIsToldByItsOwn() {
        assertThat(stages(axis(BANNER + "Loading, please wait...\n" + SYSTEMD + LOGIN)))
                .isEqualTo("kernel 1-2 0 null, initramfs 3-3 null 2602000, systemd 4-10 2602000 null,"
                        + " login prompt 11-11 null null");
    }

    @Test
    void aLogThatLostItsHeadIsNoOther() {
        String driver = "[    5.228623] sdhci-pci 0000:00:14.5: SDHCI controller found [8086:02f5] (rev 0)\n";

        assertThat(stages(axis(driver + "Begin: Running /scripts/local-top ... done.\n" + driver)))
                .isEqualTo("kernel 1-1 5228623 null, initramfs 2-3 null null");
    }

    @Test
    void whereSystemdIsDoneItsTimeEnds() {
        String done =
                "[   11.900000] systemd[1]: Startup finished in 1.000s (firmware) + 2.515s (kernel) + 2.384s (userspace)"
                        + " = 5.899s.\n";

        assertThat(ledger(axis(BANNER + SYSTEMD + done + LOGIN)))
                .as("also behind who told who he is by a stamp")
                .containsExactly("firmware 1000000", "kernel + user space 2602000", "systemd 2297000");
        assertThat(ledger(axis(BANNER + "[    2.000000] Run /init as init process\nLoading, please wait...\n" + SYSTEMD
                        + done + LOGIN)))
                .containsExactly("firmware 1000000", "kernel 2000000", "initramfs 602000", "systemd 2297000");
    }

    @Test
    void systemdThatSaysItsNameAgainSwitchedTheRoot() {
        String inside = BANNER + "[    2.000000] Run /init as init process\n"
                + SYSTEMD.lines().findFirst().orElseThrow()
                + "\n[    2.603000] systemd[1]: Running in initrd.\n"
                + "[    2.700000] systemd[1]: Starting Journal Service...\n"
                + "[    5.000000] systemd-journald[300]: Received SIGTERM from PID 1 (systemd).\n";
        String again = "[    5.500000] systemd[1]: systemd 257 running in system mode (+PAM)\n";

        assertThat(stages(axis(inside + again + "[    5.600000] systemd[1]: Detected architecture x86-64.\n")))
                .isEqualTo("kernel 1-3 0 2000000, initramfs 4-7 2000000 5500000, systemd 8-9 5500000 null");
        assertThat(stages(axis(inside + again + "[    5.501000] systemd[1]: Running in initrd.\n")))
                .as("which it does not say behind it")
                .isEqualTo("kernel 1-3 0 2000000, initramfs 4-9 2000000 null");
    }

    @Test
    void aKernelThatUnpacksTheInitramfsIsNotOver() {
        String freed = "[    3.377057] Freeing initrd memory: 2520K (ffffffc0059f0000 - ffffffc005c66000)\n";

        assertThat(stages(axis(BANNER + "Loading, please wait...\n" + freed))).isEqualTo("kernel 1-4 0 null");
    }

    @Test
    void aKernelThatNobodyFollowsGoesOnToTheEnd() {
        assertThat(stages(axis(BANNER))).isEqualTo("kernel 1-2 0 null");
    }
}

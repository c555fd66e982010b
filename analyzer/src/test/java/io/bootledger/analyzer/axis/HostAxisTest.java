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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the clock of the host that captured a log tells of stages, and of nothing else. */
class HostAxisTest {
    private static final long AHEAD_US = 5_000_000;

    /** A line, when it was printed by the kernel's clock, and how much later it came. */
    private record Printed(long us, long lateUs, String text) {}

    private static List<Printed> console(int initcalls) {
        List<Printed> lines = new ArrayList<>();
        lines.add(new Printed(-3_000_000, 0, "NOTICE:  BL31: v1.4"));
        lines.add(new Printed(-2_500_000, 0, "INFO:    SPSR = 0x3c9"));
        lines.add(new Printed(-2_400_000, 0, "U-Boot 2021.01 (Jan 01 2021 - 00:00:00)"));
        lines.add(new Printed(-400_000, 0, "Starting kernel ..."));
        lines.add(new Printed(0, 0, "Linux version 6.1.0 (a@b) (gcc) #1 SMP"));
        for (int i = 1; i <= initcalls; i++) {
            lines.add(new Printed(i * 1_000, i * 100, "calling  i" + i + "+0x0/0x10 @ 1"));
            lines.add(new Printed(i * 1_000 + 500, 100, "initcall i" + i + "+0x0/0x10 returned 0 after 500 usecs"));
        }
        lines.add(new Printed(900_000, 100, "Run /sbin/init as init process"));
        lines.add(new Printed(2_000_000, 0, "Welcome to Debian GNU/Linux 13 (trixie)!"));
        lines.add(new Printed(7_000_000, 0, "board login:"));
        return lines;
    }

    private static boolean isKernels(Printed line) {
        return line.us() >= 0 && line.us() <= 900_000;
    }

    private static String log(List<Printed> console, boolean stamped) {
        StringBuilder log = new StringBuilder();
        for (Printed line : console) {
            long host = line.us() + line.lateUs() + AHEAD_US;
            log.append(stamped ? "[%d.%06d 0.000100] ".formatted(host / 1_000_000, host % 1_000_000) : "")
                    .append(isKernels(line) ? "[    0.%06d] ".formatted(line.us()) : "")
                    .append(line.text())
                    .append('\n');
        }
        return log.toString();
    }

    @Test
    void stagesThatNoKernelStampCoversHaveItsTimes() throws IOException {
        List<AxisStage> stages = boot(log(console(5), true)).axis().stages();

        assertThat(stages)
                .extracting(stage -> stage.name() + " " + stage.fromUs() + " " + stage.untilUs() + " " + stage.clock()
                        + " +-" + stage.uncertaintyUs())
                .containsExactly(
                        "TF-A BL31 -3000100 -2500100 host +-100401",
                        "U-Boot -2500100 0 host +-100401",
                        "kernel 0 900000 kernel +-null",
                        "systemd 900000 6999900 kernel +-401",
                        "login prompt 6999900 null host +-401");
    }

    @Test
    void itSaysHowItWasAligned() throws IOException {
        HostAlignment host = boot(log(console(5), true)).axis().host();

        assertThat(host).isEqualTo(new HostAlignment(11, AHEAD_US + 100, 401, 1, -400_100L));
    }

    @Test
    void theLedgerOfTheWholeAddsUp() throws IOException {
        AxisLedger ledger = boot(log(console(5), true)).axis().ledger();

        assertThat(ledger).isNotNull();
        assertThat(ledger.entries())
                .extracting(entry -> entry.kind() + " " + entry.name() + " " + entry.us())
                .containsExactly(
                        "loader TF-A BL31 500000",
                        "loader U-Boot 2100000",
                        "before_kernel before the kernel's clock 400100",
                        "kernel kernel 900000",
                        "userspace systemd 6099900");
        assertThat(ledger.totalUs())
                .isEqualTo(ledger.entries().stream()
                        .mapToLong(AxisLedger.Entry::us)
                        .sum())
                .isEqualTo(10_000_000);
        assertThat(ledger.unknown()).isEmpty();
    }

    @Test
    void whatNoClockTellsIsUnknownInIt() throws IOException {
        AxisLedger ledger = boot(log(console(5), false)).axis().ledger();

        assertThat(ledger).isNotNull();
        assertThat(ledger.entries()).extracting(AxisLedger.Entry::name).containsExactly("kernel");
        assertThat(ledger.totalUs()).isEqualTo(900_000);
        assertThat(ledger.unknown()).containsExactly("TF-A BL31", "U-Boot", "systemd");
    }

    /** Its own clock tells what no clock of the log does; what ran before systemd is the kernel's to it. */
    @Test
    void whatSystemdSaysIsBooked() throws IOException {
        SecondFile said = SecondFile.of(
                "time.txt",
                List.of("Startup finished in 5s (firmware) + 2s (loader) + 1.5s (kernel) + 4s (userspace) = 12.500s"));
        AxisLedger ledger =
                boot(log(console(5), false)).axis().with(List.of(said)).ledger();

        assertThat(ledger).isNotNull();
        assertThat(ledger.entries())
                .extracting(entry -> entry.name() + " " + entry.us())
                .containsExactly(
                        "firmware 5000000",
                        "loader 2000000",
                        "kernel 900000",
                        "until systemd 600000",
                        "userspace 4000000");
        assertThat(ledger.totalUs()).isEqualTo(12_500_000);
        assertThat(ledger.fromUs()).isEqualTo(-7_000_000);
        assertThat(ledger.unknown()).isEmpty();
    }

    @Test
    void theHostsClockComesFirst() throws IOException {
        SecondFile said = SecondFile.of(
                "time.txt", List.of("Startup finished in 5s (firmware) + 2s (loader) + 1.5s (kernel) = 8.500s"));
        BootAnalysis boot = boot(log(console(5), true));

        assertThat(boot.axis().with(List.of(said)).ledger())
                .isEqualTo(boot.axis().ledger());
    }

    /** Between the hand-over and a prompt somebody ran. */
    @Test
    void aPromptAtOnceIsNotTheHandOver() throws IOException {
        List<Printed> console = console(5);
        console.removeIf(line -> line.text().startsWith("Welcome"));
        AxisLedger ledger = boot(log(console, true)).axis().ledger();

        assertThat(ledger).isNotNull();
        assertThat(ledger.entries())
                .extracting(entry -> entry.name() + " " + entry.us())
                .endsWith("kernel 900000", "user space 6099900");
    }

    @Test
    void fewLinesAlignNothing() throws IOException {
        BootAnalysis boot = boot(log(console(3), true));

        assertThat(boot.axis().host()).isNull();
        assertThat(boot.axis().stages()).extracting(AxisStage::fromUs).containsExactly(null, null, 0L, 900_000L, null);
    }

    @Test
    void nothingElseOfTheBootChanges() throws IOException {
        BootAnalysis with = boot(log(console(20), true));
        BootAnalysis without = boot(log(console(20), false));

        assertThat(with.accounting()).isEqualTo(without.accounting());
        assertThat(with.phases()).isEqualTo(without.phases());
        assertThat(with.milestones()).isEqualTo(without.milestones());
        assertThat(with.timeline()).isEqualTo(without.timeline());
        assertThat(with.diagnostics()).isEqualTo(without.diagnostics());
        assertThat(with.reading().recognised()).isEqualTo(without.reading().recognised());
    }

    private static BootAnalysis boot(String log) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        LogReader.read(
                LogSource.stream("log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))),
                ReadingOptions.NUMBERS,
                new BootAnalyzer("log", AnalysisOptions.LOG_ONLY, boots::add));
        assertThat(boots).hasSize(1);
        return boots.get(0);
    }
}

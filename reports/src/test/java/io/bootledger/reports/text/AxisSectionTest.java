package io.bootledger.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.reports.csv.CsvReport;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisSectionTest {
    private static final String KERNEL = "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n"
            + "[    1.500001] Run /sbin/init as init process\n";
    private static final String ALL = "U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n" + KERNEL
            + "[    2.000000] systemd[1]: Startup finished in 1.5s (kernel) + 500ms (userspace) = 2s.\n"
            + "host login:\n";

    @Test
    void whoRanIsShownWithItsTimeOrAsUnknown() throws IOException {
        assertThat(TextReport.of(boot(ALL), TextLayout.PLAIN)
                        .lines()
                        .map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "From power-on to login",
                        "stage from ms took ms lines told by",
                        "U-Boot ? ? 1-1 U-Boot 2021.01 (Jan 01 2021 - 00:00:00)",
                        "kernel 0.000 1500.001 2-3 Linux version 6.1.0 (a@b) (gcc) #1 SMP",
                        "login prompt >= 2000.000 ? 5-5 host login:");
    }

    @Test
    void whatTheHostsClockTellsIsMarkedWithHowFarItMayBeOff() throws IOException {
        StringBuilder log = new StringBuilder("[10:00:01.000] U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n"
                + "[10:00:02.000] Starting kernel ...\n"
                + "[10:00:02.500] [    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n");
        for (int i = 1; i <= 9; i++) {
            log.append("[10:00:03.%d00] [    0.%d00000] a record\n".formatted(i, i));
        }
        log.append(
                "[10:00:04.002] [    1.000000] Run /sbin/init as init process\n[10:00:05.000] Welcome to Debian GNU/Linux 13 (trixie)!\n[10:00:09.000] host login:\n");

        assertThat(TextReport.of(boot(log.toString()), TextLayout.PLAIN)
                        .lines()
                        .map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "U-Boot ~ -2000.000 2000.000 1-2 U-Boot 2021.01 (Jan 01 2021 - 00:00:00)",
                        "login prompt ~ 6000.000 ? 15-15 host login:",
                        "~: by the clock of the host that captured the log, to within 3.000 ms (10 lines have its stamp and",
                        "8000.000 ms = U-Boot 1000.000 + before the kernel's clock 1000.000 + kernel 1000.000 + systemd",
                        "5000.000.");
    }

    @Test
    void whatLoadersTellByTheirOwnClockIsMarked() throws IOException {
        String loaders = "U-Boot SPL 2021.01 (Jan 01 2021 - 00:00:00)\n[   0.114] DDR\n[   0.915]\n"
                + "U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n[   0.100] CPU\n[   1.000] OK\n";

        assertThat(TextReport.of(boot(loaders + KERNEL), TextLayout.PLAIN)
                        .lines()
                        .map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "U-Boot SPL @ 114.000 @ 801.000 1-3 U-Boot SPL 2021.01 (Jan 01 2021 - 00:00:00)",
                        "U-Boot @ 100.000 @ 900.000 4-6 U-Boot 2021.01 (Jan 01 2021 - 00:00:00)",
                        "@: by the loader's own clock, which is not the kernel's, from its first stamp to its last; that of",
                        "U-Boot began anew.",
                        "3201.001 ms = U-Boot SPL 801.000 + U-Boot 900.000 + kernel 1500.001; no clock tells how long:");
    }

    @Test
    void systemdsOwnWordsAreTold() throws IOException {
        assertThat(TextReport.of(boot(ALL), TextLayout.PLAIN))
                .contains("systemd says: kernel 1500.000 ms + userspace 500.000 ms = 2000.000 ms (line 4).")
                .contains(">= 2000.000");
    }

    @Test
    void aLogOfTheKernelAloneHasNone() throws IOException {
        assertThat(TextReport.of(boot(KERNEL), TextLayout.PLAIN)).doesNotContain("From power-on");
    }

    /** Whatever stands in a log is shown as text. */
    @Test
    void itsWordsMoveNoCursor() throws IOException {
        String report = TextReport.of(boot(KERNEL + "\u001b[2J\u009bhost login:\u001b[2J\n"), TextLayout.PLAIN);

        assertThat(report).contains("login prompt").doesNotContain("\u001b").doesNotContain("\u009b");
    }

    @Test
    void theTableHasARowForEach() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvReport csv = CsvReport.axis(out);
        csv.add(boot(ALL));
        csv.end();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                source,boot,name,kind,from_us,until_us,not_before_us,first_line,last_line,clock,uncertainty_us,first_stamp_us,last_stamp_us,stamps_took_us,stamps_restarted,evidence_line,evidence
                log,1,U-Boot,loader,,,,1,1,none,,,,,,1,U-Boot 2021.01 (Jan 01 2021 - 00:00:00)
                log,1,kernel,kernel,0,1500001,,2,3,kernel,,,,,,2,Linux version 6.1.0 (a@b) (gcc) #1 SMP
                log,1,systemd,userspace,1500001,,,4,4,kernel,,,,,,4,systemd[1]: Startup finished in 1.5s (kernel) + 500ms (userspace) = 2s.
                log,1,login prompt,login,,,2000000,5,5,none,,,,,,5,host login:
                """);
    }

    private static BootAnalysis boot(String log) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        LogReader.read(
                LogSource.stream("log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))),
                ReadingOptions.NUMBERS,
                new BootAnalyzer("log", AnalysisOptions.LOG_ONLY, boots::add));
        return boots.get(0);
    }
}

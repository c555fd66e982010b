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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where each stage begins and ends, rule by rule; the stages of a log as name and lines. */
class AxisTest {
    private static final String BANNER = "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n";
    private static final String INITRAMFS = "[    3.000001] Run /init as init process\n";
    private static final String INIT = "[    3.000001] Run /sbin/init as init process\n";
    private static final String RECORD = "[    3.500000] a driver\n";
    private static final String SYSTEMD = "[    4.000000] systemd[1]: systemd 252 running in system mode (+PAM)\n";
    private static final String LOGIN = "host login:\n";

    @Test
    void aStageBeginsWithItsFirstLineAndEndsBeforeTheNextOnes() {
        assertThat(stages("noise\nU-Boot SPL 2021.01 (Jan 01 2021 - 00:00:00)\nDRAM\n\n"
                        + "U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\nStarting kernel ...\n\n" + BANNER + RECORD))
                .isEqualTo("U-Boot SPL 2-4, U-Boot 5-7, kernel 8-9");
    }

    @Test
    void aStageMayComeBack() {
        assertThat(stages("NOTICE:  BL1: v1.4\nNOTICE:  BL2: v1.4\nNOTICE:  BL1: Booting BL31\nNOTICE:  BL31: v1.4\n"
                        + BANNER))
                .isEqualTo("TF-A BL1 1-1, TF-A BL2 2-2, TF-A BL1 3-3, TF-A BL31 4-4, kernel 5-5");
    }

    @Test
    void behindTheLastWordsOfAStageTheNextOneRuns() {
        assertThat(stages("NOTICE:  BL31: v1.4\nINFO:    SPSR = 0x3c9\nboard words\n"
                        + "U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n" + BANNER))
                .isEqualTo("TF-A BL31 1-2, U-Boot 3-4, kernel 5-5");
        assertThat(stages("I/TC: OP-TEE version: 3.16.0\nI/TC: Primary CPU switching to normal world boot\n"
                        + "U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\nI/TC: Reserved shared memory is enabled\n"
                        + BANNER))
                .as("and it does not come back")
                .isEqualTo("OP-TEE 1-2, U-Boot 3-4, kernel 5-5");
    }

    /** QcLib says who it is, and runs within coreboot's romstage. */
    @Test
    void aLibraryIsNoStage() {
        assertThat(stages("coreboot-4.1 Tue Nov 19 01:02:03 UTC 2019 romstage starting\n"
                        + "Format: Log Type - Time(microsec) - Message - Optional Info\nmore\n"
                        + "S - QC_IMAGE_VERSION_STRING=BOOT.XF.3.1.c4-00044-SC7180LCB-1\nmore\n"
                        + "coreboot-4.1 Tue Nov 19 01:02:03 UTC 2019 ramstage starting\n" + BANNER))
                .isEqualTo("coreboot romstage 1-5, coreboot ramstage 6-6, kernel 7-7");
        assertThat(stages("Format: Log Type - Time(microsec) - Message - Optional Info\nmore\n"
                        + "S - QC_IMAGE_VERSION_STRING=BOOT.XF.3.1.c4-00044-SC7180LCB-1\n" + BANNER))
                .isEqualTo("Qualcomm XBL 2-3, kernel 4-4");
    }

    @Test
    void theKernelsOwnFirstWordsAreTheKernels() {
        assertThat(stages("U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\nStarting kernel ...\n\n"
                        + "Uncompressing Linux... done, booting the kernel.\n" + BANNER))
                .isEqualTo("U-Boot 1-3, kernel 4-5");
    }

    @Test
    void itsStageEndsWithTheHandOver() {
        assertThat(stages(BANNER + INIT + RECORD + SYSTEMD + LOGIN + RECORD))
                .isEqualTo("kernel 1-2, systemd 3-4, login prompt 5-5");
        assertThat(stages("[    0.000000] Linux version 4.4.0 (a@b) (gcc) #1 SMP\n"
                        + "[    2.000000] Freeing unused kernel memory: 1584K\n"
                        + "[    2.100000] Freeing unused kernel memory: 52K\nLoading, please wait...\n" + SYSTEMD))
                .as("before 4.19 with the last line of freed memory")
                .isEqualTo("kernel 1-3, initramfs 4-4, systemd 5-5");
        assertThat(stages(BANNER + RECORD)).isEqualTo("kernel 1-2");
    }

    @Test
    void whatFollowsIsTheStageThatIsToldNext() {
        assertThat(stages(BANNER + INIT + RECORD + RECORD + "INIT: version 2.88 booting\n"))
                .isEqualTo("kernel 1-2, sysvinit 3-5");
        assertThat(stages(BANNER + INIT + RECORD)).as("or somebody's").isEqualTo("kernel 1-2, user space 3-3");
        assertThat(stages(BANNER + INIT + RECORD + "- init -\n"))
                .as("OpenWrt says so where its preinit is over")
                .isEqualTo("kernel 1-2, OpenWrt preinit 3-3, BusyBox init 4-4");
    }

    @Test
    void slashInitIsAnInitramfs() {
        assertThat(stages(BANNER + INITRAMFS + RECORD + SYSTEMD)).isEqualTo("kernel 1-2, initramfs 3-3, systemd 4-4");
        assertThat(stages(BANNER + INITRAMFS + RECORD + "Starting syslogd: OK\n/ #\n"))
                .isEqualTo("kernel 1-2, initramfs 3-4, shell prompt 5-5");
        assertThat(stages(BANNER + INITRAMFS + SYSTEMD))
                .as("not without a line")
                .isEqualTo("kernel 1-2, systemd 3-3");
    }

    @Test
    void systemdMayRunThereToo() {
        String inside = "[    4.100000] systemd[1]: Running in initrd.\n[    5.000000] systemd[1]: Reached target A.\n";
        String over = "[    6.000000] systemd[1]: Switching root.\n";

        assertThat(stages(BANNER + INITRAMFS + RECORD + SYSTEMD + inside + over + RECORD + SYSTEMD + LOGIN))
                .isEqualTo("kernel 1-2, initramfs 3-8, systemd 9-9, login prompt 10-10");
        assertThat(stages(BANNER + INITRAMFS + "Welcome to Fedora dracut-1 (Initramfs)!\n[  OK  ] Reached target A.\n"
                        + "Starting Switch Root...\nWelcome to Fedora!\n"))
                .as("without its words in the kernel's log")
                .isEqualTo("kernel 1-2, initramfs 3-5, systemd 6-6");
    }

    @Test
    void aStageDoesNotComeBackBehindTheHandOver() {
        assertThat(stages(BANNER + INIT + SYSTEMD + "Begin: a\n" + SYSTEMD + "OpenRC 0.4 is starting up Linux\n"))
                .isEqualTo("kernel 1-2, systemd 3-5, OpenRC 6-6");
    }

    @Test
    void withoutAPromptWhoSaysThatAllIsDoneIsTheLast() {
        String done = "[    9.000000] systemd[1]: Startup finished in 1.5s (kernel) + 2s (userspace) = 3.5s.\n";
        String getty = "Debian GNU/Linux 12 host ttyS0\n";

        assertThat(stages(BANNER + INIT + SYSTEMD + done + RECORD + RECORD)).isEqualTo("kernel 1-2, systemd 3-4");
        assertThat(stages(BANNER + INIT + RECORD + done + RECORD)).isEqualTo("kernel 1-2, systemd 3-4");
        assertThat(stages(BANNER + INIT + SYSTEMD + getty + "root@host:~# ls\n" + RECORD))
                .isEqualTo("kernel 1-2, systemd 3-4");
        assertThat(stages(BANNER + INIT + SYSTEMD + getty + "\n" + LOGIN))
                .isEqualTo("kernel 1-2, systemd 3-5, login prompt 6-6");
        assertThat(stages(BANNER + INIT + SYSTEMD + RECORD)).as("else the log").isEqualTo("kernel 1-2, systemd 3-4");
    }

    @Test
    void timesAreTheKernelsOrUnknown() {
        List<AxisStage> stages = boot("U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n" + BANNER + INITRAMFS + "Begin: a\n"
                        + RECORD + SYSTEMD + LOGIN)
                .axis()
                .stages();

        assertThat(stages).extracting(AxisStage::fromUs).containsExactly(null, 0L, 3_000_001L, 4_000_000L, null);
        assertThat(stages).extracting(AxisStage::untilUs).containsExactly(null, 3_000_001L, 4_000_000L, null, null);
        assertThat(stages).extracting(AxisStage::notBeforeUs).containsExactly(null, null, null, null, 4_000_000L);
        assertThat(stages)
                .extracting(stage -> stage.clock().toString())
                .containsExactly("none", "kernel", "kernel", "kernel", "none");
        assertThat(stages).extracting(AxisStage::evidenceLine).containsExactly(1L, 2L, 4L, 6L, 7L);
        assertThat(stages.get(2).durationUs()).isEqualTo(999_999);
        assertThat(stages.get(0).durationUs()).isNull();
    }

    /** Nothing joins their clock to the kernel's: they tell how long, and not when. */
    @Test
    void whatLoadersStampIsTimeOfTheirOwnClock() {
        Axis axis = boot("U-Boot SPL 2021.01 (Jan 01 2021 - 00:00:00)\n[   0.100] a\n[   0.300] b\n"
                        + "OpenSBI v1.2\nno stamp\nU-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n[   0.900] c\n[   1.900] d\n"
                        + "Starting kernel ...\n" + BANNER + INIT + LOGIN)
                .axis();

        assertThat(axis.stages())
                .extracting(stage -> stage.name() + " " + stage.clock())
                .containsExactly(
                        "U-Boot SPL loader", "OpenSBI none", "U-Boot loader", "kernel kernel", "login prompt none");
        assertThat(axis.stages())
                .extracting(AxisStage::loader)
                .containsExactly(
                        new LoaderTime(100_000, 300_000, 200_000L, false),
                        null,
                        new LoaderTime(900_000, 1_900_000, 1_000_000L, false),
                        null,
                        null);
        assertThat(axis.stages().get(2).fromUs()).isNull();
        assertThat(axis.stages().get(2).untilUs()).isNull();
        assertThat(axis.ledger().entries())
                .extracting(entry -> entry.name() + " " + entry.us())
                .containsExactly("U-Boot SPL + OpenSBI 800000", "U-Boot 1000000", "kernel 3000001");
        assertThat(axis.ledger().fromUs()).isEqualTo(-1_800_000);
        assertThat(axis.ledger().unknown()).containsExactly("before the kernel's clock");
    }

    @Test
    void whatALoadersReportTellsIsTimeOfItsClock() {
        String report = """
                Timer summary in microseconds (5 records):
                       Mark    Elapsed  Stage
                          0          0  reset
                    224,514    224,514  SPL
                    961,170    736,656  end SPL
                    964,006      2,836  board_init_f
                  4,025,806  3,061,800  start_kernel
                """;
        Axis axis = boot("U-Boot SPL 2021.01 (Jan 01 2021 - 00:00:00)\nU-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n"
                        + "Starting kernel ...\n\n" + report + "\n" + BANNER + INIT + LOGIN)
                .axis();

        assertThat(axis.stages())
                .extracting(stage -> stage.name() + " " + stage.clock())
                .containsExactly("U-Boot SPL loader", "U-Boot loader", "kernel kernel", "login prompt none");
        assertThat(axis.stages().subList(0, 2))
                .extracting(AxisStage::loader)
                .containsExactly(
                        new LoaderTime(224_514, 961_170, 736_656L, false),
                        new LoaderTime(964_006, 4_025_806, 3_061_800L, false));
        assertThat(axis.ledger().entries())
                .extracting(entry -> entry.name() + " " + entry.us())
                .containsExactly("U-Boot SPL 739492", "U-Boot 3061800", "kernel 3000001");
    }

    /** A stage that stamps its lines tells best itself, and no clock is taken for another's. */
    @Test
    void clocksOfReportsAndStampsAreNotTheSame() {
        Axis axis = boot("U-Boot SPL 2021.01 (Jan 01 2021 - 00:00:00)\n[   0.100] a\n[   0.300] b\n"
                        + "U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\nTimer summary in microseconds:\n"
                        + "    224,514    224,514  SPL\n    964,006    739,492  board_init_f\n"
                        + "  1,964,006  1,000,000  start_kernel\n" + BANNER + INIT)
                .axis();

        assertThat(axis.stages().subList(0, 2))
                .extracting(AxisStage::loader)
                .containsExactly(
                        new LoaderTime(100_000, 300_000, 200_000L, false),
                        new LoaderTime(964_006, 1_964_006, 1_000_000L, true));
    }

    @Test
    void corebootTellsOfItsStages() {
        Axis axis = boot("coreboot-4.19 Wed Jan 25 10:12:00 UTC 2023 x86_32 romstage starting (log level: 7)...\n"
                        + "coreboot-4.19 Wed Jan 25 10:12:00 UTC 2023 x86_32 ramstage starting (log level: 7)...\n"
                        + BANNER + INIT + "# cbmem -t\n3 entries total:\n\n"
                        + "  10:start of ramstage                                 400,000 (160,000)\n"
                        + "   1:start of romstage                                 240,000\n"
                        + "  90:starting to load payload                          700,000 (300,000)\n")
                .axis();

        assertThat(axis.stages().subList(0, 2))
                .extracting(AxisStage::loader)
                .containsExactly(
                        new LoaderTime(240_000, 240_000, 0L, false), new LoaderTime(400_000, 700_000, 300_000L, false));
    }

    @Test
    void aLoadersClockMayBeginAnew() {
        Axis axis = boot("U-Boot SPL 2021.01 (Jan 01 2021 - 00:00:00)\n[   5.000] a\n[   5.300] b\n"
                        + "OpenSBI v1.2\nU-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n[   0.900] c\n[   0.100] d\n"
                        + BANNER)
                .axis();

        assertThat(axis.stages())
                .extracting(AxisStage::loader)
                .containsExactly(
                        new LoaderTime(5_000_000, 5_300_000, 300_000L, false),
                        null,
                        new LoaderTime(900_000, 100_000, null, true),
                        null);
        assertThat(axis.ledger().entries())
                .extracting(entry -> entry.name() + " " + entry.us())
                .containsExactly("U-Boot SPL 300000");
        assertThat(axis.ledger().unknown()).containsExactly("OpenSBI", "U-Boot", "kernel", "before the kernel's clock");
    }

    @Test
    void theRestOfABootIsAsWithoutThem() {
        BootAnalysis without = boot(BANNER + INITRAMFS);
        BootAnalysis with = boot("U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n" + BANNER + INITRAMFS + LOGIN);

        assertThat(with.phases()).isEqualTo(without.phases());
        assertThat(with.milestones().firstUs()).isEqualTo(without.milestones().firstUs());
        assertThat(with.milestones().lastUs()).isEqualTo(without.milestones().lastUs());
        assertThat(with.reading().recognised()).isEqualTo(without.reading().recognised());
        assertThat(without.axis().isMoreThanKernel()).isFalse();
        assertThat(with.axis().isMoreThanKernel()).isTrue();
    }

    private static String stages(String log) {
        return boot(log).axis().stages().stream()
                .map(stage -> "%s %d-%d".formatted(stage.name(), stage.firstLine(), stage.lastLine()))
                .collect(Collectors.joining(", "));
    }

    private static BootAnalysis boot(String log) {
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
        return boots.get(0);
    }
}

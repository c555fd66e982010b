package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.machine.LoaderClockRead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which stamps are a loader's; each stretch as lines and milliseconds, {@code |} behind a boot. */
class LoaderClockTest {
    private static final String BANNER = "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n";
    private static final String INIT = "[    3.000000] Run /init as init process\n";
    private static final String SPL = "U-Boot SPL 2021.01 (Jan 01 2021 - 00:00:00 +0000)\n";
    private static final String U_BOOT = "U-Boot 2021.01 (Jan 01 2021 - 00:00:00 +0000)\n";

    @Test
    void eachLoaderHasAStretch() {
        assertThat(stretches(SPL + "[   0.114] DDR\nplain\n[   0.900]\n" + U_BOOT + "[   0.950] CPU\n[   9.700] OK\n"
                        + "Starting kernel ...\n" + BANNER + INIT))
                .isEqualTo("2-4 114-900, 6-7 950-9700 |");
    }

    @Test
    void aClockThatGoesBackBeginsAnother() {
        assertThat(stretches(U_BOOT + "[   5.000] a\n[   6.000] b\n[   0.100] c\n[   0.200] d\n" + BANNER + INIT))
                .isEqualTo("2-3 5000-6000, 4-5 100-200 |");
    }

    @Test
    void theKernelsStampsAreNot() {
        assertThat(stretches(U_BOOT + "[   0.100] a\n[    0.000000] Booting Linux on physical CPU 0x0\n" + BANNER
                        + "[    0.000000] more\n[    1.000000] more\n" + INIT))
                .isEqualTo("2-2 100-100 |");
        assertThat(stretches(U_BOOT + "Starting kernel ...\n" + BANNER + INIT)).isEqualTo("|");
        assertThat(stretches("[   0.100] nobody\n[   0.200] knows\n" + BANNER + INIT))
                .isEqualTo("|");
    }

    /** Before 3.18 the banner is not a kernel's first word. */
    @Test
    void aStampOfZeroBehindOthersIsAKernels() {
        assertThat(stretches(U_BOOT + "[   0.100] a\n[   0.300] b\n[    0.000000] Initializing cgroup subsys cpuset\n"
                        + BANNER + INIT))
                .isEqualTo("2-3 100-300 |");
    }

    @Test
    void eachBootHasItsOwn() {
        String boot = U_BOOT + "[   0.100] a\n[   0.200] b\n" + BANNER + INIT;
        assertThat(stretches(boot + "rebooting\n" + boot)).isEqualTo("2-3 100-200 | 8-9 100-200 |");
        assertThat(stretches(boot + SPL + "[   0.050] a\n[   0.060] b\n" + boot))
                .isEqualTo("2-3 100-200 | 7-8 50-60, 10-11 100-200 |");
        assertThat(stretches(boot + U_BOOT + "[    4.000000] going on\n")).isEqualTo("2-3 100-200 |");
        assertThat(stretches(boot + BANNER + INIT)).isEqualTo("2-3 100-200 | |");
    }

    @Test
    void stampsInFormsOfTheirOwn() {
        assertThat(stretches("[34]HELLO! BOOT0 is starting!\n[199]dram\n"
                        + "S - QC_IMAGE_VERSION_STRING=BOOT.XF.2.0-00371\nB -   1000 - a\nD -  5 - b\nB -   3000 - c\n"
                        + "[0000.123] I> MB1 (prd-version: 1.5)\n[0000.223] I> b\n" + BANNER + INIT))
                .isEqualTo("1-2 34-199, 4-6 1-3, 7-8 123-223 |");
    }

    @Test
    void noMoreThanTheLastAreKept() {
        assertThat(stretches((SPL + "[   0.100] a\n" + U_BOOT + "[   0.200] b\n").repeat(500) + BANNER + INIT)
                        .split(","))
                .hasSize(64);
    }

    private static String stretches(String log) {
        List<String> told = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        try {
            LogReader.read(
                    LogSource.stream("log", new ByteArrayInputStream(bytes)), ReadingOptions.NUMBERS, recorded -> {
                        if (recorded.event() instanceof LoaderClockRead read) {
                            told.add(recorded.origin().line() + "-" + read.lastLine() + " " + read.firstUs() / 1_000
                                    + "-" + read.lastUs() / 1_000);
                        } else if (recorded.event() instanceof BootRecorded) {
                            all.append(all.isEmpty() ? "" : " ").append(String.join(", ", told));
                            all.append(told.isEmpty() ? "|" : " |");
                            told.clear();
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }
}

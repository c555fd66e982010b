package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.machine.LoaderMarked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports of loaders in the log itself; each row as line, report, name and microseconds, {@code |} behind a boot. */
class LoaderReportTest {
    private static final String KERNEL =
            "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n[    3.000000] Run /init as init process\n";
    private static final String U_BOOT = "U-Boot 2021.01 (Jan 01 2021 - 00:00:00 +0000)\n";
    private static final String REPORT = """
            Timer summary in microseconds (3 records):
                   Mark    Elapsed  Stage
                      0          0  reset
                224,514    224,514  SPL
                964,006    739,492  board_init_f

            Accumulated time:
                            55,064  dm_f
            """;

    @Test
    void uBootsReportIsRead() {
        assertThat(marks(U_BOOT + "Starting kernel ...\n\n" + REPORT + KERNEL))
                .isEqualTo("6 bootstage reset 0, 7 bootstage SPL 224514, 8 bootstage board_init_f 964006 |");
    }

    @Test
    void soItIsWhereTheHostStampsEachLine() {
        String log = (U_BOOT + "Starting kernel ...\n" + REPORT + KERNEL)
                .lines()
                .map(line -> "[10:00:01.000] " + line + "\n")
                .reduce("", String::concat);
        assertThat(marks(log))
                .isEqualTo("5 bootstage reset 0, 6 bootstage SPL 224514, 7 bootstage board_init_f 964006 |");
    }

    @Test
    void theLastReportCounts() {
        assertThat(marks(U_BOOT + "=> bootstage report\n" + REPORT + REPORT.replace("224,514  SPL", "224,514  TPL")
                        + KERNEL))
                .isEqualTo("13 bootstage reset 0, 14 bootstage TPL 224514, 15 bootstage board_init_f 964006 |");
    }

    @Test
    void whatSomebodyAsksCorebootForIsOfTheBootBefore() {
        assertThat(marks(KERNEL + """
                # cbmem -t
                2 entries total:

                  11:start of bootblock                                240,123
                  12:end of bootblock                                  250,000 (9,877)

                Total Time: 9,877
                """ + KERNEL))
                .isEqualTo("6 coreboot start of bootblock 240123, 7 coreboot end of bootblock 250000 | |");
    }

    @Test
    void eachBootHasItsOwn() {
        String boot = U_BOOT + REPORT + KERNEL;
        assertThat(marks(boot + "rebooting\n" + boot).split("\\|"))
                .hasSize(2)
                .allMatch(all -> all.contains("board_init_f"));
        assertThat(marks(boot + "rebooting\n" + U_BOOT + KERNEL)).endsWith("board_init_f 964006 | |");
    }

    @Test
    void rowsWithoutAHeadAndEndlessReportsAreNone() {
        assertThat(marks(U_BOOT + "    224,514    224,514  SPL\n" + KERNEL)).isEqualTo("|");
        assertThat(marks(U_BOOT + "Timer summary in microseconds:\nnothing\n    224,514    224,514  SPL\n" + KERNEL))
                .isEqualTo("|");
        assertThat(marks(U_BOOT + "Timer summary in microseconds:\n" + "    224,514    224,514  SPL\n".repeat(9_000)
                                + KERNEL)
                        .split(","))
                .hasSize(512);
        assertThat(marks(U_BOOT + "Timer summary in microseconds:\n999,999,999,999,999,999    1  SPL\n" + KERNEL))
                .isEqualTo("|");
    }

    private static String marks(String log) {
        List<String> told = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        try {
            LogReader.read(
                    LogSource.stream("log", new ByteArrayInputStream(bytes)), ReadingOptions.NUMBERS, recorded -> {
                        if (recorded.event() instanceof LoaderMarked mark) {
                            told.add(recorded.origin().line() + " " + mark.report() + " " + mark.name() + " "
                                    + mark.us());
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

package io.bootledger.traces.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.Samples;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.StageReported;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of the table of stages against every row. */
class StageTableTest {
    /** A real line and the row it stands at. */
    record Line(StageRow row, String text) {
        @Override
        public String toString() {
            return row.stage() + ": " + text;
        }
    }

    static Stream<Line> lines() {
        return StageTable.rows().stream().flatMap(row -> row.samples().stream().map(text -> new Line(row, text)));
    }

    static Stream<Path> everySample() throws IOException {
        return Samples.ours().stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theTableReadsALineByItsOwnRow(Line line) {
        StageTable table = UserspaceRows.ROWS.contains(line.row) ? StageTable.BEHIND_KERNEL : StageTable.BEFORE_KERNEL;
        StageReported read = read(table, line.text);

        if (line.row.stage().equals(UserspaceRows.NOBODY)) {
            assertThat(read).isNull();
        } else {
            assertThat(read.stage()).isEqualTo(line.row.stage());
            assertThat(read.kind()).isEqualTo(line.row.kind());
            assertThat(read.text()).hasToString(line.text);
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void whoSpeaksBeforeTheKernelDoesNotSpeakBehindIt(Line line) {
        boolean behind = UserspaceRows.ROWS.contains(line.row);
        StageTable other = behind ? StageTable.BEFORE_KERNEL : StageTable.BEHIND_KERNEL;

        assertThat(read(other, line.text)).isNull();
    }

    @Test
    void everyRowShowsARealLine() {
        assertThat(StageTable.rows())
                .hasSizeGreaterThan(70)
                .allSatisfy(row -> assertThat(row.samples()).as(row.stage()).isNotEmpty());
    }

    /** What comes out of a line that changes its speed, a terminal's colours, and the tags of coreboot and Allwinner. */
    @ParameterizedTest
    @CsvSource({
        "\u00e0DDR Version V1.16 20151110, Rockchip DDR init",
        "[34]HELLO! BOOT0 is starting!, Allwinner boot0",
        "[0] welcome to lk, LK",
        "'[NOTE ]  coreboot-24.05 Wed Jan 25 10:12:00 UTC 2023 x86_32 bootblock starting (log level: 7)...', coreboot bootblock",
        "'\u001b[1miPXE 1.0.0+ (9720f)\u001b[0m -- Open Source Network Boot Firmware -- http://ipxe.org', iPXE",
    })
    void wordsAreFoundBehindWhatStandsBeforeThem(String line, String stage) {
        assertThat(read(StageTable.BEFORE_KERNEL, line).stage()).isEqualTo(stage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[1",
                "[12345678]",
                "\u001b",
                "\u001b[",
                "\u001b[1",
                "U-Boot",
                "U-Boot SPL",
                "U-Boot mailing list (2020)",
                "the U-Boot 2020.01 (Jan 01 2020 - 00:00:00) was older",
                "NOTICE: BL31",
                "coreboot table found",
                "GRUB",
                "efi: EFI v2.70 by EDK II",
                "optee: probing for conduit method.",
                "SBI implementation ID=0x1 Version=0x10003",
                "Kernel command line: BOOT_IMAGE=/vmlinuz earlycon",
                "Booting Linux on physical CPU 0x0",
                "DDR3",
                "F0: 102B"
            })
    void whatOnlyLooksSoIsNobodysWord(String line) {
        assertThat(read(StageTable.BEFORE_KERNEL, line)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Last login: Mon Jan  6 10:00:00 UTC 2020 on ttyS0",
                "a b login: c",
                "systemd[100]: Startup finished in 69ms.",
                "[    1.0] # ",
                "# make",
                "Started Serial Getty on ttyS0.",
                "console [ttyS0] enabled",
                "Welcome to the club"
            })
    void norBehindTheKernel(String line) {
        assertThat(read(StageTable.BEHIND_KERNEL, line)).isNull();
    }

    /** A line of ordinary text is looked at by few rows. */
    @Test
    void whatALoaderSaysIsToldByItsFirstByte() {
        assertThat(StageTable.rows())
                .filteredOn(row -> !UserspaceRows.ROWS.contains(row))
                .flatExtracting(StageRow::shapes)
                .filteredOn(shape -> shape.mayBegin((byte) '~'))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aLineThatNeverEndsIsReadAtOnce() {
        byte[] hostile = "U-Boot 1(0:0:".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);

        assertThat(StageTable.beforeKernel(hostile, 0, hostile.length)).isNull();
    }

    /** Of the lines that kernels print none is a loader's. */
    @ParameterizedTest
    @MethodSource("everySample")
    void noKernelSaysWhatALoaderSays(Path log) throws IOException {
        List<String> ordinary = Samples.events(log).stream()
                .map(RecordedEvent::event)
                .filter(MessageLogged.class::isInstance)
                .map(event -> ((MessageLogged) event).text().toString())
                .toList();
        assertThat(ordinary)
                .allSatisfy(
                        text -> assertThat(read(StageTable.BEFORE_KERNEL, text)).isNull());
    }

    private static @Nullable StageReported read(StageTable table, String line) {
        byte[] bytes = ("@" + line + "@").getBytes(StandardCharsets.ISO_8859_1);
        return table.read(bytes, 1, bytes.length - 1);
    }
}

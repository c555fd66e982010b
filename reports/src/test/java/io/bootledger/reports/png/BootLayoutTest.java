package io.bootledger.reports.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.analyzer.failures.JudgedOutcomes;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.reports.Boots;
import io.bootledger.reports.Palette;
import io.bootledger.reports.Samples;
import io.bootledger.reports.png.draw.Drawing;
import io.bootledger.reports.png.draw.Flag;
import io.bootledger.reports.png.draw.Scale;
import io.bootledger.reports.png.draw.Sheet;
import io.bootledger.reports.png.draw.Span;
import io.bootledger.traces.event.InitcallLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootLayoutTest {
    @Test
    void aWholeBootIsLaidOutLaneByLane() {
        assertThat(written(BootLayout.of(Boots.whole()))).isEqualTo("""
                        Linux 6.1.0-50-cloud-amd64: 3.400 s until init
                        QEMU Standard PC (Q35 + ICH9, 2009) · whole.log
                        388 px, 0 to 4012345 us on 1430 px
                        lane 5+30 phases
                        lane 113+18 levels
                        lane 158+60 initcalls
                        lane 228+35 critical path
                        lane 273+17 modules
                        lane 300+17 async calls
                        lane 327+17 probes
                        box 0,5 142x30 #667a99
                        box 142,5 927x30 #3b7fd4 initcalls 2.600 s
                        box 1069,5 107x30 #c0771d
                        box 1176,5 14x30 #12938a
                        box 1190,5 3x30 #9063cc
                        box 1193,5 18x30 #73912a
                        box 1211,5 219x30 #b5578e after: modules, user space
                        box 142,113 1x18 #ad7de9
                        box 178,113 186x18 #007739 subsys
                        box 392,113 570x18 #ce832a device
                        box 142,158 1x60 #d6bef4
                        box 178,158 185x60 #007739
                        box 392,158 533x60 #ce832a
                        box 944,158 1x60 #e7c195
                        box 0,228 141x16 #7f8894
                        box 142,228 1x16 #ad7de9
                        box 142,228 35x16 #7f8894
                        box 178,228 185x16 #007739 acpi_init 524 ms
                        box 364,228 27x16 #7f8894
                        box 392,228 533x16 #ce832a serial8250_init 1.500 s
                        box 926,228 17x16 #7f8894
                        box 944,228 1x16 #ce832a
                        box 944,228 485x16 #7f8894 after the last initcall, until the log ends 2.350 s
                        box 1425,273 5x14 #c5283a
                        box 712,300 392x14 #1c8fbf do_populate_rootfs 1.100 s
                        box 427,327 321x14 #1c9a94 serial8250 900 ms
                        box 1033,327 1x14 #c0771d
                        box 1051,327 1x14 #c0771d
                        flag 71,45 before the first initcall 400 ms
                        flag 1122,96 after the initcalls 300 ms
                        flag 1183,79 freeing init memory 40.0 ms
                        flag 1191,62 write protection 10.0 ms
                        flag 1202,45 until init runs 50.0 ms
                        flag 271,148 acpi_init 524 ms
                        flag 659,148 serial8250_init 1.500 s
                        flag 1176,377 init memory freed (2744 KiB) at 3.300000 s
                        flag 1211,360 /init runs at 3.400000 s
                        mark 1211 #1c9a94
                        mark 1176 #7f8894
                        key #ad7de9 early
                        key #007739 subsys
                        key #ce832a device
                        """);
    }

    @Test
    void withoutTimeStampsInitcallsStandBackToBack() {
        Drawing drawing = BootLayout.of(Boots.hanging());
        assertThat(drawing.flags()).extracting(Flag::text).containsExactly("pcifixup never returned");
        assertThat(drawing.notes())
                .containsExactly("the log has no time stamps: initcalls stand back to back, in call order");
    }

    @Test
    void aLogWithoutInitcallsSaysThatThereIsNothingToDraw() {
        assertThat(BootLayout.of(Boots.empty()).notes())
                .singleElement()
                .asString()
                .endsWith("there is nothing to draw");
    }

    @Test
    void whereLevelsAreUnknownTheColourIsTheOutcome() {
        BootAnalysis boot = Boots.named(
                "x",
                List.of(
                        Boots.initcall(1, "a", null, null, 0, 100L, 0),
                        Boots.initcall(2, "b", null, null, 0, 100L, -22)));
        assertThat(BootLayout.of(boot).legend()).extracting(Drawing.Key::text).containsExactly("ok", "failed");
    }

    /** As on the page, which says how many failures there are. */
    @Test
    void whatMissesHardwareThatNobodyAskedForIsNotMarkedAsFailed() throws IOException {
        long errors = 0;
        for (Path log : Samples.logs()) {
            for (BootAnalysis boot : Samples.boots(log)) {
                if (boot.failures().stream().anyMatch(failure -> failure.severity() != Severity.ABSENT)) {
                    continue;
                }
                Drawing drawing = BootLayout.of(boot);
                assertThat(drawing.legend()).extracting(Drawing.Key::text).doesNotContain("failed");
                assertThat(drawing.flags()).extracting(Flag::text).noneMatch(text -> text.contains(" failed after "));
                assertThat(drawing.boxes()).noneMatch(box -> box.alarm() && box.rgb() == Palette.of(Outcome.FAILED));
                errors += boot.timeline().initcalls().stream()
                        .filter(call -> call.outcome() == Outcome.FAILED)
                        .count();
            }
        }
        assertThat(errors).isPositive();
    }

    @Test
    void whatSomebodyAskedForIsMarkedThoughItsErrorIsThatOfAbsentHardware() {
        Initcall absent = Boots.initcall(1, "i8042_init", null, InitcallLevel.DEVICE, 0, 100L, -19);
        Failure asked = new Failure(
                Failure.Kind.INITCALL,
                "i8042_init",
                null,
                -19,
                "ENODEV",
                Outcome.ABSENT,
                Severity.REAL,
                "",
                201,
                List.of());
        JudgedOutcomes judged = JudgedOutcomes.of(List.of(asked));
        assertThat(judged.of(absent)).isEqualTo(Outcome.FAILED);
        assertThat(judged.isAlarm(absent)).isTrue();
        assertThat(JudgedOutcomes.of(List.of()).isAlarm(absent)).isFalse();
    }

    @Test
    void overlappingModulesThatDoNotFitAreCounted() {
        List<Span> spans = IntStream.range(0, 9)
                .mapToObj(i -> new Span(10, 90, "m" + i, 0, Outcome.OK))
                .toList();
        Sheet sheet = new Sheet(new Scale(0, 100, 1000));
        PackedLanes.write("modules", spans, 6, sheet);
        Drawing drawing = sheet.drawing("", "", "");
        assertThat(drawing.boxes()).hasSize(6);
        assertThat(drawing.notes()).containsExactly("modules: 3 that ran beside 6 others are not shown");
    }

    @Test
    void namesFromTheLogAreSafeToDraw() {
        Initcall call = Boots.initcall(1, "a\u202eb\nc", null, InitcallLevel.FS, 0, 100L, 0);
        assertThat(BootLayout.of(Boots.named("x\u001b", List.of(call))).flags())
                .extracting(Flag::text)
                .containsExactly("a\\u202eb\\x0ac 100 µs");
    }

    private static String written(Drawing drawing) {
        return String.join(
                        "\n",
                        drawing.title(),
                        drawing.subtitle(),
                        format(
                                "%d px, %d to %d us on %d px",
                                drawing.height(),
                                drawing.scale().fromUs(),
                                drawing.scale().toUs(),
                                drawing.scale().width()),
                        lines(drawing.lanes(), lane -> format("lane %d+%d %s", lane.y(), lane.height(), lane.name())),
                        lines(
                                drawing.boxes(),
                                box -> format(
                                                "box %d,%d %dx%d %s %s",
                                                box.x(),
                                                box.y(),
                                                box.width(),
                                                box.height(),
                                                Palette.css(box.rgb()),
                                                box.text())
                                        .strip()),
                        lines(drawing.flags(), flag -> format("flag %d,%d %s", flag.x(), flag.y(), flag.text())),
                        lines(drawing.marks(), mark -> format("mark %d %s", mark.x(), Palette.css(mark.rgb()))),
                        lines(drawing.legend(), key -> format("key %s %s", Palette.css(key.rgb()), key.text())))
                + "\n";
    }

    private static <T> String lines(List<T> values, Function<T, String> line) {
        return values.stream().map(line).collect(Collectors.joining("\n"));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

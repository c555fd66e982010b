package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.format.frame.Frames;
import io.bootledger.traces.format.frame.LearntFrames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One boot as programs and vendors write it down that no row of {@link Frames} knows. */
class UnlistedFramesTest {
    private static final Pattern RECORD = Pattern.compile("\\[ *(\\d+\\.\\d+)] ?(.*)");

    private final List<RecordedEvent> events = new ArrayList<>();

    /**
     * Each shape with {@code LINE} for dmesg's line, {@code STAMP} for its seconds twelve wide, {@code SECS} for them as they are,
     * {@code MSG} for the message, {@code #} for a number that changes, {@code CPU} for one that changes little.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<6>[STAMP] cCPU MSG",
                "<6>[STAMP] cCPU      # MSG",
                "<6>[STAMP] CPUCPU: MSG",
                "<6>[STAMP,CPU] MSG",
                "[STAMP / 03-04 05:06:07.123] MSG",
                "[STAMP] [Thread-CPU][0x#] MSG",
                "[STAMP] [pid:#,cpuCPU,kworker/u17:0,x]MSG",
                "[STAMP] (CPU,swapper/CPU) MSG",
                "[STAMP] <CPU> MSG",
                "[SECS][INFO][kernel] MSG",
                "I/STAMP  MSG",
                "SECS,\"MSG\"",
                "     # | SECS | MSG",
                "SECS\tkern\tinfo\tMSG",
                "kernel;SECS;MSG",
                "SECSs MSG",
                "ts=SECS level=info msg=\"MSG\"",
                "time=\"2026-03-04T05:06:07Z\" level=info msg=\"LINE\" unit=kernel",
                "LINE$",
                "LINE^M$",
                "\"LINE\",",
                "  <line n=\"#\">LINE</line>",
                "<tr><td>#</td><td>LINE</td></tr>",
                "LINE<br>",
                "b'LINE\\r\\n'",
                "{\"labels\":{\"job\":\"#\"},\"line\":\"LINE\"}",
                "{\"preview\":false,\"result\":{\"_time\":\"#\",\"_raw\":\"LINE\"}}",
                "- {dt: '2026-03-04T05:06:07', lvl: target, msg: 'LINE'}",
            })
    void aShapeThatStandsAroundMostLinesIsLearnt(String shape) throws IOException {
        read(written(shape));

        assertThat(events)
                .filteredOn(e -> e.event() instanceof InitcallFinished)
                .hasSize(789);
        assertThat(microsOf(KernelStarted.class)).containsExactly(0L);
        assertThat(microsOf(MemoryFreed.class)).contains(5_739_152L);
        assertThat(microsOf(InitProcessStarted.class)).containsExactly(5_924_270L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-04 05:06:07,000 DEBUG:\tMSG", "board-7 console[#]: MSG", "## us: MSG"})
    void soIsOneWithoutStampsOfTheKernel(String shape) throws IOException {
        read(written(shape));

        assertThat(events)
                .filteredOn(e -> e.event() instanceof InitcallFinished)
                .hasSize(789);
        assertThat(events)
                .filteredOn(e -> e.event() instanceof InitProcessStarted)
                .hasSize(1);
    }

    @Test
    void aLogInListedFramesHasNothingToLearn() throws IOException {
        for (String log :
                List.of("amd64-6.1-cloud/dmesg.txt", "i386-6.12-caller/dmesg.txt", "panic-initcall/console.log")) {
            byte[] bytes = Files.readAllBytes(Path.of("samples", log));

            assertThat(FrameLearner.learn(bytes, 0, bytes.length)).isEqualTo(LearntFrames.NONE);
        }
    }

    @Test
    void whatStandsBeforeAFewLinesOnlyIsNoFrame() {
        byte[] log = """
                [    1.000000] foo: calling  a_init+0x0/0x10 @ 1
                [    1.100000] foo: calling  b_init+0x0/0x10 @ 1
                [    1.200000] usb 1-1: new device
                [    1.300000] pci 0000:00:1f.0: bar
                [    1.400000] random: crng init done
                """.getBytes(StandardCharsets.US_ASCII);

        assertThat(FrameLearner.learn(log, 0, log.length)).isEqualTo(LearntFrames.NONE);
    }

    private String written(String shape) throws IOException {
        int[] line = {0};
        return Files.readString(Path.of("samples/amd64-7.2-cloud/dmesg.txt"), StandardCharsets.ISO_8859_1)
                .lines()
                .map(RECORD::matcher)
                .filter(Matcher::matches)
                .map(record -> written(shape, record, line[0]++))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String written(String shape, Matcher record, int line) {
        String stamp = String.format(Locale.ROOT, "%12.6f", Double.parseDouble(record.group(1)));
        String quote = shape.startsWith("{") ? "\\\\\"" : "\"";
        return shape.replace("#", String.valueOf(1_000 + line))
                .replace("cCPU", "c" + line % 4)
                .replace("CPUCPU", "CPU" + line % 4)
                .replace("-CPU", "-" + line % 4)
                .replace("cpuCPU", "cpu" + line % 4)
                .replace(",CPU", "," + line % 4)
                .replace("(CPU", "(" + line % 4)
                .replace("/CPU", "/" + line % 4)
                .replace("<CPU", "<" + line % 4)
                .replace("STAMP", stamp)
                .replace("SECS", record.group(1))
                .replace("LINE", "[" + stamp + "] MSG")
                .replace("MSG", record.group(2).replace("\"", quote));
    }

    private void read(String log) throws IOException {
        LogReader.read(
                LogSource.stream("log", new ByteArrayInputStream(log.getBytes(StandardCharsets.ISO_8859_1))),
                ReadingOptions.EVERYTHING,
                events::add);
    }

    private List<Long> microsOf(Class<?> type) {
        return events.stream()
                .filter(e -> type.isInstance(e.event()))
                .map(e -> e.time() == null ? -1L : e.time().micros())
                .toList();
    }
}

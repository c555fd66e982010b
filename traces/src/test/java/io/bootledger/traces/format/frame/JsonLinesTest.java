package io.bootledger.traces.format.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A log in JSON is read whole, though it is one line and longer than any that is read. */
class JsonLinesTest {
    /** One for a log of a few lines, one for a log far longer than a block of any reader. */
    private static final int FEW = 3;

    private static final int MANY = 6_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "array",
                "object with an array",
                "object with a string",
                "object with an array of objects",
                "string",
                "pairs",
                "pairs, newest first"
            })
    void ofAnyLengthIsRead(String form) throws IOException {
        for (int calls : new int[] {FEW, MANY}) {
            List<RecordedEvent> events = read(json(form, log(calls)));
            assertThat(events).noneMatch(event -> event.event() instanceof LogTruncated);
            assertThat(events)
                    .filteredOn(event -> event.event() instanceof KernelStarted)
                    .hasSize(1);
            assertThat(events)
                    .filteredOn(event -> event.event() instanceof InitcallFinished)
                    .hasSize(calls);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "array, 3",
        "array, 6000",
        "object with an array, 3",
        "object with an array, 6000",
        "string, 6000",
        "pairs, 6000"
    })
    void withoutItsEscapes(String form, int calls) throws IOException {
        List<RecordedEvent> events = read(json(form, log(calls)));
        assertThat(events)
                .filteredOn(event -> event.event() instanceof CommandLineGiven)
                .extracting(event -> ((CommandLineGiven) event.event()).commandLine())
                .containsExactly("root=\"a\\b\" quiet");
    }

    @Test
    void norDoTextBeforeAndEscapesHide() throws IOException {
        List<RecordedEvent> events = read("kernel log: " + json("array", log(FEW)));
        assertThat(events)
                .filteredOn(event -> event.event() instanceof CommandLineGiven)
                .extracting(event -> ((CommandLineGiven) event.event()).commandLine())
                .containsExactly("root=\"a\\b\" quiet");
    }

    /** What is behind the first mebibyte cannot be read; the lines before it were there all the same. */
    @Test
    void boundedInMemory() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("nobody may read so far ahead");
            }
        };
        byte[] begin = json("array", log(MANY)).getBytes(StandardCharsets.UTF_8);
        try (InputStream lines = new JsonLines(new SequenceInputStream(new ByteArrayInputStream(begin), broken))) {
            assertThat(new String(lines.readNBytes(100), StandardCharsets.UTF_8))
                    .startsWith("[    0.000000] Linux version");
        }
    }

    private static List<String> log(int calls) {
        List<String> lines = new ArrayList<>();
        lines.add("[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1");
        lines.add("[    0.000000] Kernel command line: root=\"a\\b\" quiet");
        IntStream.range(0, calls).forEach(call -> {
            lines.add("[    0.%06d] calling  f%d_init+0x0/0x10 @ 1".formatted(2 * call + 1, call));
            lines.add("[    0.%06d] initcall f%d_init+0x0/0x10 returned 0 after 1 usecs".formatted(2 * call + 2, call));
        });
        return lines;
    }

    private static String json(String form, List<String> log) {
        List<String> newestFirst = new ArrayList<>(log);
        Collections.reverse(newestFirst);
        return switch (form) {
            case "array" -> "[" + joined(log, JsonLinesTest::quoted) + "]";
            case "object with an array" -> "{\"log\":[" + joined(log, JsonLinesTest::quoted) + "]}\n";
            case "object with a string" -> "{\"name\":\"x\",\"log\":" + quoted(String.join("\n", log)) + "}";
            case "object with an array of objects" ->
                "[" + joined(log, line -> "{\"log\":" + quoted(line + "\n") + "}") + "]";
            case "string" -> quoted(String.join("\n", log));
            case "pairs" -> "{\"data\":{\"result\":[{\"stream\":{\"job\":\"x\"},\"values\":[" + pairs(log, 1) + "]}]}}";
            default ->
                "{\"data\":{\"result\":[{\"stream\":{\"job\":\"x\"},\"values\":[" + pairs(newestFirst, -1) + "]}]}}";
        };
    }

    private static String pairs(List<String> log, int step) {
        return IntStream.range(0, log.size())
                .mapToObj(line ->
                        "[\"%d\",%s]".formatted(1_700_000_000_000_000_000L + (long) step * line, quoted(log.get(line))))
                .collect(Collectors.joining(","));
    }

    private static String joined(List<String> log, Function<String, String> written) {
        return log.stream().map(written).collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static List<RecordedEvent> read(String log) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        LogReader.read(
                LogSource.stream("log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))),
                ReadingOptions.NUMBERS,
                events::add);
        return events;
    }
}

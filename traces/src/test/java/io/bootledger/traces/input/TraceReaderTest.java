package io.bootledger.traces.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.bootledger.traces.Samples;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.RootMounted;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.stream.EventWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class TraceReaderTest {
    private static final String HEADER = "{\"schema\":\"bootledger/events/v1\",\"log\":\"boot.log\"}\n";
    private static final String FIRST =
            "{\"sequence\":0,\"time_ns\":1000,\"line\":3,\"event\":{\"type\":\"cpus_brought_up\",\"nodes\":1,\"cpus\":4}}\n";
    private static final String SECOND =
            "{\"sequence\":1,\"time_ns\":2000,\"line\":4,\"event\":{\"type\":\"root_mounted\",\"text\":\"VFS: Mounted root\"}}\n";
    private static final String END =
            "{\"sequence\":2,\"time_ns\":2000,\"line\":0,\"event\":{\"type\":\"boot_recorded\","
                    + "\"format\":\"dmesg\",\"first_line\":1,\"last_line\":4,\"lines\":4,\"recognised\":2,\"irrelevant\":2,\"malformed\":0}}\n";
    private static final String BOOT = HEADER + FIRST + SECOND + END;

    static Stream<Path> everySample() throws IOException {
        return Samples.ours().stream();
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void theEventsOfALogAreReadAsTheLogIs(Path log) throws IOException {
        byte[] events = written(Samples.events(log));
        for (ReadingOptions options : List.of(ReadingOptions.EVERYTHING, new ReadingOptions(true, false))) {
            List<RecordedEvent> read = new ArrayList<>();
            LogReader.read(LogSource.file(log), options, read::add);
            assertThat(firstDifference(read(events, options), read)).isNull();
        }
    }

    /** What user space forged is an ordinary message, and a log's reader keeps it where it leaves others out. */
    @ParameterizedTest
    @MethodSource("everySample")
    void whatTheLogsReaderLeavesOutIsLeftOut(Path log) throws IOException {
        List<RecordedEvent> read = new ArrayList<>();
        LogReader.read(LogSource.file(log), ReadingOptions.NUMBERS, read::add);
        List<RecordedEvent> events = read(written(Samples.events(log)), ReadingOptions.NUMBERS);
        assertThat(statements(events)).isEqualTo(statements(read));
        assertThat(events.size()).isBetween(read.size() - 20, read.size());
    }

    private static List<String> statements(List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> !(event.event() instanceof MessageLogged))
                .map(event -> event.time() + " " + event.origin() + " " + event.event())
                .toList();
    }

    /** All of them would be too much to read. */
    private static @Nullable String firstDifference(List<RecordedEvent> events, List<RecordedEvent> expected) {
        for (int at = 0; at < Math.min(events.size(), expected.size()); at++) {
            if (!events.get(at).equals(expected.get(at))) {
                return events.get(at) + " instead of " + expected.get(at);
            }
        }
        return events.size() == expected.size() ? null : events.size() + " events instead of " + expected.size();
    }

    private interface Packing {
        byte[] packed(byte[] plain) throws IOException;
    }

    private static final List<Packing> IN_PIECES = List.of(
            plain -> plain,
            plain -> through(GZIPOutputStream::new, plain),
            plain -> ("\ufeff" + new String(plain, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_16LE),
            plain -> ("\ufeff" + new String(plain, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));

    static Stream<Packing> everyPacking() {
        return Stream.concat(
                IN_PIECES.stream(),
                Stream.of(
                        Zstd::compress, plain -> through(out -> new XZOutputStream(out, new LZMA2Options(1)), plain)));
    }

    @ParameterizedTest
    @MethodSource("everyPacking")
    void theyAreToldByTheirFirstBytesHoweverPacked(Packing packing) throws IOException {
        byte[] packed = packing.packed((BOOT + BOOT).getBytes(StandardCharsets.UTF_8));
        List<RecordedEvent> events = new ArrayList<>();
        assertThat(contents(packed, events)).isEqualTo(2);
        assertThat(events).hasSize(6);
        assertThat(events.subList(0, 3)).isEqualTo(events.subList(3, 6));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            in a line               | 30  | the events end in line 3 of their file, of which 68 bytes are there
            behind a line           | 0   | the events end before the end of the boot
            """)
    void whatIsWholeIsReadAndTheRestSaid(String where, int missing, String why) throws IOException {
        String whole = HEADER + FIRST + SECOND;
        List<RecordedEvent> events = events(whole.substring(0, whole.length() - missing));
        int read = missing == 0 ? 2 : 1;
        assertThat(events).hasSize(read + 2).extracting(RecordedEvent::sequence).isSorted();
        assertThat(said(events.get(read))).isEqualTo(new LogTruncated(why));
        assertThat(said(events.get(read + 1))).isEqualTo(new BootRecorded("events", 3, 2 + read, read, read, 0, 0));
    }

    @Test
    void aBootThatLacksItsEndDoesNotSwallowTheNext() throws IOException {
        List<RecordedEvent> events = events(HEADER + FIRST + BOOT);
        assertThat(events).hasSize(6);
        assertThat(said(events.get(1))).isEqualTo(new LogTruncated("the events of this boot end without its last one"));
        assertThat(said(events.get(2))).isInstanceOf(BootRecorded.class);
    }

    static Stream<Packing> packingsThatComeInPieces() {
        return IN_PIECES.stream();
    }

    @ParameterizedTest
    @MethodSource("packingsThatComeInPieces")
    void aCutArchiveIsReadAsFarAsItGoes(Packing packing) throws IOException {
        byte[] plain = written(Samples.events(Path.of("samples/amd64-7.2-cloud/dmesg.txt")));
        byte[] packed = packing.packed(plain);
        List<RecordedEvent> events = new ArrayList<>();
        assertThat(contents(Arrays.copyOf(packed, packed.length / 2), events)).isEqualTo(1);
        assertThat(events).hasSizeGreaterThan(100);
        assertThat(said(events.get(events.size() - 2))).isInstanceOf(LogTruncated.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "sequence":1 | "sequence":7  | events line 3 is damaged: its sequence number is 7, and 1 comes next
            "sequence":1 | "sequence":0  | events line 3 is damaged: its sequence number is 0, and 1 comes next
            "sequence":1 | "sequence":-1 | events line 3 is damaged: its sequence number is -1, and 1 comes next
            events/v1    | events/v9     | its schema is bootledger/events/v9, and this Bootledger reads up to bootledger/events/v1: use a newer one
            "log":       | "logs":       | events line 1 is damaged: it lacks log
            "log":"boot  | "log":["boot  | events line 1 is damaged: it is not JSON, from its character
            """)
    void whatWasNeverWrittenSoIsRefused(String written, String forged, String sentence) {
        assertThatThrownBy(() -> events(BOOT.replaceFirst(written, forged)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "line":3                | "line":-3                   | its line number is negative: -3
            "line":3                | "line":9223372036854775807  | its line cannot be 9223372036854775807
            "line":3                | "line":92233720368547758070 | its line cannot be 92233720368547758070
            "line":3,               |                             | it lacks line
            "time_ns":1000          | "time_ns":-1                | its time is none of a boot: -1 ns
            "time_ns":1000          | "time_ns":9223372036854775807 | its time is none of a boot: 9223372036854775807 ns
            "time_ns":1000          | "priority":-1               | its priority is negative: -1
            "time_ns":1000          | "caller":"K7"               | its caller is neither T<pid> nor C<cpu>
            "cpus":4                | "cpus":{}                   | its event.cpus cannot be {}
            "cpus":4                | "cpus":"4"                  | its event.cpus cannot be "4"
            "cpus":4                | "cpus":4.5                  | its event.cpus cannot be 4.5
            "cpus":4                | "cpus":null                 | it lacks event.cpus
            "cpus":4                | "cpus":4000000000           | its event.cpus cannot be 4000000000
            ,"cpus":4               |                             | it lacks event.cpus
            "type":"cpus_brought_up", |                           | it lacks event.type
            "type":"cpus_brought_up" | "type":"initcall_started"  | it lacks event.symbol
            "type":"cpus_brought_up" | "type":"level_entered","level":7 | its event.level cannot be 7
            "type":"cpus_brought_up" | "type":"level_entered","level":"eighth" | its event.level cannot be "eighth"
            "type":"cpus_brought_up" | "type":"root_mounted","text":1 | its event.text cannot be 1
            "type":"cpus_brought_up" | "type":"message_logged","text":[] | its event.text cannot be []
            "type":"cpus_brought_up" | "type":"message_logged","text":{"latin1":"a","b":1} | its event.text cannot be {"latin1":"a","b":1}
            "type":"cpus_brought_up" | "type":"initcall_started","symbol":{"text":"a"} | it lacks event.symbol.function
            "type":"cpus_brought_up" | "type":"initcall_started","symbol":null | it lacks event.symbol
            "type":"cpus_brought_up" | "type":"boot_recorded"     | it lacks event.format
            {"type":"cpus_brought_up","nodes":1,"cpus":4} | null  | it lacks event
            {"type":"cpus_brought_up","nodes":1,"cpus":4} | []    | its event cannot be []
            {"type":"cpus_brought_up","nodes":1,"cpus":4} | "x"   | it lacks event.type
            "nodes":1               | "nodes"=1                   | it is not JSON, from its character 80 on
            "nodes":1               | "nodes":1}                  | it is not JSON, from its character
            """)
    void aLineThatIsNoEventIsCountedAndSaid(String written, @Nullable String forged, String why) throws IOException {
        List<RecordedEvent> events = events(
                BOOT.replaceFirst(Pattern.quote(written), Matcher.quoteReplacement(forged == null ? "" : forged)));
        assertThat(events).hasSize(3).extracting(RecordedEvent::sequence).containsExactly(0L, 1L, 2L);
        assertThat(said(events.get(0)))
                .isInstanceOfSatisfying(
                        MessageNotUnderstood.class,
                        line -> assertThat(line.why()).startsWith("line 2 of the events is damaged: " + why));
        assertThat(said(events.get(1))).isEqualTo(new RootMounted("VFS: Mounted root"));
        assertThat(said(events.get(2))).isEqualTo(new BootRecorded("dmesg", 1, 4, 4, 1, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aLineBetweenTwoEventsThatIsNoneIsCountedAndSaid(int place) throws IOException {
        List<String> lines = new ArrayList<>(BOOT.lines().toList());
        lines.add(place, "null");
        lines.add(place, "[]");
        List<RecordedEvent> events = events(String.join("\n", lines) + "\n");
        assertThat(events).extracting(RecordedEvent::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(events.subList(place - 1, place + 1))
                .extracting(RecordedEvent::event)
                .hasOnlyElementsOfType(MessageNotUnderstood.class);
        assertThat(said(events.get(4))).isEqualTo(new BootRecorded("dmesg", 1, 4, 6, 2, 2, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"x\"", "", "{}", "{\"sequence\":0} {}", "\u0000"})
    void aLineThatIsNoObjectIsCountedAndSaid(String line) throws IOException {
        List<RecordedEvent> events = events(BOOT.replace(FIRST, line + "\n"));
        assertThat(said(events.get(0))).isInstanceOf(MessageNotUnderstood.class);
        assertThat(said(events.get(2))).isEqualTo(new BootRecorded("dmesg", 1, 4, 4, 1, 2, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "lines":4        | "lines":5
            "malformed":0    | "malformed":-1
            "first_line":1   | "first_line":5
            "first_line":1   | "first_line":-1
            "irrelevant":2   | "irrelevant":999999999999999999
            "format":"dmesg" | "format":null
            """)
    void anEndThatDoesNotAddUpIsNoEnd(String written, String forged) throws IOException {
        List<RecordedEvent> events = events(BOOT.replace(written, forged));
        assertThat(events).hasSize(5).extracting(RecordedEvent::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(said(events.get(2))).isInstanceOf(MessageNotUnderstood.class);
        assertThat(said(events.get(3))).isEqualTo(new LogTruncated("the events end before the end of the boot"));
        assertThat(said(events.get(4))).isEqualTo(new BootRecorded("events", 3, 4, 3, 2, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 4, 1_000_000_000_000L, -1})
    void aHeaderThatCountsWrongIsSaid(long events) throws IOException {
        List<RecordedEvent> read = events(BOOT.replace("\"boot.log\"", "\"boot.log\",\"events\":" + events));
        assertThat(said(read.get(2)))
                .isInstanceOfSatisfying(
                        MessageNotUnderstood.class,
                        line -> assertThat(line.why())
                                .isEqualTo("the header of the events counts " + events + ", and there are 3"));
        assertThat(read.get(3).sequence()).isEqualTo(3);
        assertThat(said(read.get(3))).isEqualTo(new BootRecorded("dmesg", 1, 4, 4, 1, 2, 1));
        assertThat(events(BOOT.replace("\"boot.log\"", "\"boot.log\",\"events\":3")))
                .isEqualTo(events(BOOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {HEADER + BOOT, BOOT + HEADER})
    void aHeaderWithoutEventsIsABootThatIsCut(String text) throws IOException {
        List<RecordedEvent> events = events(text);
        assertThat(events)
                .hasSize(5)
                .filteredOn(event -> said(event) instanceof LogTruncated)
                .hasSize(1);
        assertThat(events).extracting(TraceReaderTest::said).contains(new BootRecorded("events", 0, 0, 0, 0, 0, 0));
    }

    @Test
    void whatIsNestedDeepOrLongIsSaidInOurWords() throws IOException {
        for (String deep : List.of(
                "[".repeat(5_000), "{\"a\":".repeat(5_000), "9".repeat(5_000), "\"" + "n".repeat(60_000) + "\":1,")) {
            List<RecordedEvent> events = events(BOOT.replace("\"nodes\":1", "\"nodes\":1,\"more\":" + deep));
            assertThat(said(events.get(0)).toString())
                    .containsAnyOf("it is nested deeper, or holds a longer number or name", "it is not JSON, from");
            assertThat(events).hasSize(3);
        }
    }

    @Test
    void whatFollowsTheEndOfABootNeedsAHeader() {
        assertThatThrownBy(() -> events(BOOT + FIRST))
                .hasMessage("events line 5 is damaged: it follows the end of a boot, and no header stands between");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anEndlessLineIsRefusedInBoundedMemory(int line) {
        String before = BOOT.lines().limit(line).reduce("", (text, next) -> text + next + "\n");
        byte[] beginning = (before + (line == 0 ? HEADER.strip() : "")).getBytes(StandardCharsets.UTF_8);
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(beginning), new Endless());
        assertThatThrownBy(() ->
                        TraceReader.read(LogSource.stream("endless", endless), ReadingOptions.EVERYTHING, event -> {}))
                .hasMessage("events line " + (line + 1)
                        + " is damaged: it is longer than any that Bootledger writes, 1 MiB");
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            Arrays.fill(bytes, from, from + length, (byte) 'x');
            return length;
        }
    }

    @Test
    void whatOnlyANewerVersionKnowsIsNamed() throws IOException {
        String newer = BOOT.replace("root_mounted", "reactor_started");
        TraceContents contents = TraceReader.read(
                source(newer.getBytes(StandardCharsets.UTF_8)), ReadingOptions.EVERYTHING, event -> {});
        assertThat(contents.boots()).isEqualTo(1);
        assertThat(contents.unknown()).containsExactly("reactor_started");
        assertThatThrownBy(() -> events(newer.replace("\"sequence\":1", "\"sequence\":5")))
                .hasMessageContaining("its sequence number is 5, and 1 comes next");
    }

    @Test
    void aHeaderAloneIsNoBoot() throws IOException {
        assertThat(contents(HEADER.getBytes(StandardCharsets.UTF_8), new ArrayList<>()))
                .isZero();
    }

    private static BootEvent said(RecordedEvent event) {
        return event.event();
    }

    private static List<RecordedEvent> events(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), ReadingOptions.EVERYTHING);
    }

    private static List<RecordedEvent> read(byte[] bytes, ReadingOptions options) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        TraceReader.read(source(bytes), options, events::add);
        return events;
    }

    private static int contents(byte[] bytes, List<RecordedEvent> events) throws IOException {
        return TraceReader.read(source(bytes), ReadingOptions.EVERYTHING, events::add)
                .boots();
    }

    private static LogSource source(byte[] bytes) throws IOException {
        return LogSource.stream("events", new ByteArrayInputStream(bytes));
    }

    private static byte[] written(List<RecordedEvent> events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EventWriter writer = new EventWriter(out, "boot.log");
        for (RecordedEvent event : events) {
            if (event.sequence() == 0 && out.size() > 0) {
                writer = new EventWriter(out, "boot.log");
            }
            writer.accept(event);
            if (event.event() instanceof BootRecorded) {
                writer.close();
            }
        }
        return out.toByteArray();
    }

    private interface Wrapping {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] through(Wrapping wrapping, byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = wrapping.around(out)) {
            packed.write(plain);
        }
        return out.toByteArray();
    }
}

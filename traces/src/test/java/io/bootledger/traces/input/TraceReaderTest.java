package io.bootledger.traces.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.bootledger.traces.Samples;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.store.EventWriter;
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
            "{\"sequence\":1,\"time_ns\":2000,\"line\":4,\"event\":{\"type\":\"root_mounted\",\"filesystem\":\"ext4\"}}\n";
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
            in a line               | 30  | the events end in line 3 of their file, of which 61 bytes are there
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
            "line":3     | "line":-3     | events line 2 is damaged: its line number is negative: -3
            "time_ns":1  | "time_ns":-1  | events line 2 is damaged: boot time is negative
            "sequence":1 | "sequence":7  | events line 3 is damaged: its sequence number is 7, and 1 comes next
            "sequence":1 | "sequence":0  | events line 3 is damaged: its sequence number is 0, and 1 comes next
            "sequence":1 | "sequence":-1 | events line 3 is damaged: its sequence number is -1, and 1 comes next
            "cpus":4     | "cpus":{}     | events line 2 is damaged: Cannot deserialize
            events/v1    | events/v9     | its schema is bootledger/events/v9, and this Bootledger reads up to bootledger/events/v1: use a newer one
            "log":       | "logs":       | not an events file of schema bootledger/events/v1
            """)
    void whatWasNeverWrittenSoIsRefused(String written, String forged, String sentence) {
        assertThatThrownBy(() -> events(BOOT.replaceFirst(written, forged)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(sentence);
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
            writer.accept(event);
            if (event.event() instanceof BootRecorded) {
                writer.close();
                writer = new EventWriter(out, "boot.log");
            }
        }
        writer.close();
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

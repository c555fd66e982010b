package io.bootledger.traces.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.bootledger.traces.Samples;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Logs and events are told apart by their first bytes, and read the same. */
class TraceReaderTest extends EventTexts {
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

package io.bootledger.traces.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.bootledger.traces.Samples;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.stream.EventReader;
import io.bootledger.traces.stream.EventWriter;
import io.bootledger.traces.stream.EventsHeader;
import io.bootledger.traces.stream.EventsRead;
import io.bootledger.traces.stream.NewerSchemaException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTest {
    private static final String HEADER =
            "{\"schema\":\"" + EventsHeader.SCHEMA + "\",\"log\":\"boot.log\",\"form\":\"packed\"}\n";
    private static final String UNKNOWN = "{\"sequence\":0,\"line\":7,\"event\":{\"type\":\"reactor_started\"}}";

    static Stream<Path> logs() throws IOException {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void eventsComeBackAsTheyWere(Path log) throws IOException {
        List<RecordedEvent> events = firstBoot(log);
        byte[] packed = packed(events);
        assertThat(read(packed)).isEqualTo(events);
        assertThat(packed(events)).isEqualTo(packed);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void theirLinesAreThoseThatTheWriterOfLinesWrites(Path log) throws IOException {
        List<RecordedEvent> events = firstBoot(log);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try (EventWriter writer = new EventWriter(lines, "boot.log")) {
            events.forEach(writer::accept);
        }
        assertThat(file(packed(events)).lines().readAllBytes()).isEqualTo(lines.toByteArray());
    }

    @Test
    void aFrequentEventTakesFewBytes() throws IOException {
        List<RecordedEvent> events = Samples.events(Path.of("samples/amd64-6.1-cloud/dmesg.txt")).stream()
                .map(event -> new RecordedEvent(
                        event.sequence(),
                        event.time(),
                        event.caller(),
                        event.priority(),
                        event.event(),
                        new Origin(event.origin().line(), null)))
                .toList();
        assertThat(packed(events).length).isLessThan(50 * events.size());
    }

    @Test
    void typesOfTheFutureArePassedOverAndTheirLinesKept() throws IOException {
        PackedAlone packed = new PackedAlone();
        packed.out.octet(PackedKind.LINE.ordinal());
        packed.out.text(UNKNOWN);
        byte[] bytes = packed.bytes();
        EventsRead read = file(bytes).read(event -> {});
        assertThat(read.unknown()).containsEntry("reactor_started", 1L);
        assertThat(read.events()).isZero();
        assertThat(new String(file(bytes).lines().readAllBytes(), StandardCharsets.UTF_8))
                .endsWith("\n" + UNKNOWN + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}\n{}", "null", "[]"})
    void aLineThatIsNoEventIsRefused(String line) throws IOException {
        PackedAlone packed = new PackedAlone();
        packed.out.octet(PackedKind.LINE.ordinal());
        packed.out.text(line);
        byte[] bytes = packed.bytes();
        assertThatIOException().isThrownBy(() -> file(bytes).read(event -> {})).withMessageStartingWith("event 0 ");
        assertThatIOException()
                .isThrownBy(() -> file(bytes).lines().readAllBytes())
                .withMessageStartingWith("event 0 ");
    }

    @Test
    void aFunctionOfAMegabyteIsRefusedInAFileAndKeptAsALine() throws IOException {
        InitcallSymbol symbol =
                new InitcallSymbol("f".repeat(5_000) + "+0x0/0x10", "f".repeat(5_000), null, null, null);
        RecordedEvent event =
                new RecordedEvent(0, null, null, null, new InitcallStarted(symbol, 1), new Origin(1, null));
        assertThat(read(packed(List.of(event)))).containsExactly(event);

        PackedAlone packed = new PackedAlone();
        packed.out.octet(PackedKind.INITCALL_STARTED.ordinal());
        packed.out.signed(1);
        packed.out.number(0);
        packed.out.text(symbol.text());
        byte[] bytes = packed.bytes();
        assertThatIOException().isThrownBy(() -> read(bytes)).withMessageContaining("longer than any");
    }

    @Test
    void filesOneBehindTheOtherAreRefused() throws IOException {
        byte[] packed = packed(Samples.events(Path.of("samples/i386-6.12-caller/dmesg.txt")));
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(packed);
        both.writeBytes(HEADER.getBytes(StandardCharsets.US_ASCII));
        both.writeBytes(packed);
        assertThatIOException()
                .isThrownBy(() -> read(both.toByteArray()))
                .withMessageContaining("give the files of a store one by one");
        assertThatIOException()
                .isThrownBy(() ->
                        EventReader.readWhatIsWhole(file(both.toByteArray()).lines(), event -> {}))
                .withMessageContaining("give the files of a store one by one");

        ByteArrayOutputStream behindLines = new ByteArrayOutputStream();
        file(packed).lines().transferTo(behindLines);
        behindLines.writeBytes(HEADER.getBytes(StandardCharsets.US_ASCII));
        behindLines.writeBytes(packed);
        InputStream lines = EventsFile.open(new ByteArrayInputStream(behindLines.toByteArray()))
                .lines();
        assertThatIOException()
                .isThrownBy(() -> EventReader.readWhatIsWhole(lines, event -> {}))
                .withMessageContaining("give the files of a store one by one");
    }

    @Test
    void aFormOfTheFutureIsNotCalledDamaged() {
        String header = HEADER.replace("packed", "woven");
        assertThatIOException()
                .isThrownBy(() -> EventsFile.open(new ByteArrayInputStream(header.getBytes(StandardCharsets.US_ASCII)))
                        .read(event -> {}))
                .isInstanceOf(NewerSchemaException.class)
                .withMessageContaining("its form is woven");
    }

    /** Whatever the bytes are: an answer or a sentence, and no more memory than they are worth. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void damagedOnesAreRefusedInASentence(long seed) throws IOException {
        byte[] whole = packed(Samples.events(Path.of("samples/i386-6.12-caller/dmesg.txt")));
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 100; round++) {
            byte[] bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int i = 0; i < random.nextInt(4); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            refused += isRefused(() -> read(bytes)) ? 1 : 0;
            refused += isRefused(() -> EventReader.readWhatIsWhole(file(bytes).lines(), event -> {})) ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    private interface Reading {
        void read() throws IOException;
    }

    private static boolean isRefused(Reading reading) {
        try {
            reading.read();
            return false;
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
            return true;
        }
    }

    private static final class PackedAlone {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final PackOutput out = new PackOutput(bytes);

        byte[] bytes() throws IOException {
            out.flush();
            return bytes.toByteArray();
        }
    }

    private static List<RecordedEvent> firstBoot(Path log) throws IOException {
        List<RecordedEvent> events = Samples.events(log);
        int end = 0;
        while (end < events.size() && !(events.get(end).event() instanceof BootRecorded)) {
            end++;
        }
        return events.subList(0, Math.min(end + 1, events.size()));
    }

    private static byte[] packed(List<RecordedEvent> events) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PackedWriter writer = new PackedWriter(bytes)) {
            events.forEach(writer::accept);
        }
        return bytes.toByteArray();
    }

    private static EventsFile file(byte[] packed) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(HEADER.getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(packed);
        return EventsFile.open(new ByteArrayInputStream(whole.toByteArray()));
    }

    private static List<RecordedEvent> read(byte[] packed) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        file(packed).read(events::add);
        return events;
    }
}

package io.bootledger.traces.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallStarted;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsOnFileTest {
    static Stream<Class<?>> everyEventType() {
        return Stream.of(BootEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("everyEventType")
    void whatIsWrittenIsReadBack(Class<?> type) throws IOException {
        Random random = new Random(1);
        List<RecordedEvent> events = new ArrayList<>();
        for (int sequence = 0; sequence < 50; sequence++) {
            BootEvent event = (BootEvent) RandomRecords.record(type, random);
            events.add(new RecordedEvent(
                    sequence,
                    RandomRecords.maybe(random, () -> BootTime.ofNanos(random.nextLong(1L << 50))),
                    RandomRecords.maybe(random, () -> new Caller(random.nextBoolean(), random.nextInt(1 << 22))),
                    RandomRecords.maybe(random, () -> new Priority(random.nextInt(192))),
                    event,
                    new Origin(
                            random.nextInt(1 << 20),
                            RandomRecords.maybe(random, () -> LogText.of("line " + random.nextInt())))));
        }
        assertThat(read(written(events))).isEqualTo(events);
    }

    @Test
    void everyEventTypeHasItsOwnName() {
        assertThat(Set.copyOf(EventTypes.BY_NAME.values())).isEqualTo(Set.of(BootEvent.class.getPermittedSubclasses()));
        assertThat(EventTypes.BY_NAME.keySet()).allMatch(name -> name.matches("[a-z_]+"));
    }

    @Test
    void aLineIsReadableByAnyTool() throws IOException {
        InitcallSymbol symbol = new InitcallSymbol("loop_init+0x0/0x10", "loop_init", null, null, null);
        assertThat(text(List.of(recorded(new InitcallStarted(symbol, 1))))).isEqualTo("""
                {"schema":"bootledger/events/v1","log":"boot.log"}
                {"sequence":0,"time_ns":1500000,"caller":"T1","priority":7,"line":3,\
                "event":{"type":"initcall_started","symbol":{"text":"loop_init+0x0/0x10","function":"loop_init"},"pid":1}}
                """);
    }

    @Test
    void bytesThatAreNotUtf8ComeBackAsTheyWere() throws IOException {
        LogText noise = LogText.copyOf(new byte[] {'\n', (byte) 0xe9, 0, (byte) 0xff}, 0, 4);
        List<RecordedEvent> events = List.of(recorded(new MessageLogged(noise)));
        assertThat(read(written(events))).isEqualTo(events);
        assertThat(text(events)).hasLineCount(2);
    }

    @Test
    void anotherFileIsRefused() {
        assertThatThrownBy(() -> read(bytes("{\"schema\":\"other/v9\"}\n")))
                .isInstanceOf(IOException.class)
                .hasMessage("not an events file of schema bootledger/events/v1");
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(IOException.class);
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        String cut = text(List.of(recorded(new MessageLogged(LogText.of("hello")))));
        assertThatThrownBy(() -> read(bytes(cut.substring(0, cut.length() - 5))))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("events line 2 is damaged: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "{}", "[]", "{\"sequence\":0,\"caller\":\"x\",\"event\":{\"type\":\"log_truncated\"}}"})
    void aLineThatIsNoEventIsNamed(String line) {
        String events = "{\"schema\":\"bootledger/events/v1\",\"log\":\"boot.log\"}\n" + line + "\n";
        assertThatThrownBy(() -> read(bytes(events)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("events line 2 is damaged: ");
    }

    @Test
    void aFullDiskIsAnIoException() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> new EventWriter(full, "boot.log").close())
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    private static RecordedEvent recorded(BootEvent event) {
        return new RecordedEvent(
                0, BootTime.ofMicros(1_500), Caller.task(1), new Priority(7), event, new Origin(3, null));
    }

    private static byte[] written(List<RecordedEvent> events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EventWriter writer = new EventWriter(out, "boot.log")) {
            events.forEach(writer::accept);
        }
        return out.toByteArray();
    }

    private static List<RecordedEvent> read(byte[] bytes) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        EventReader.read(new ByteArrayInputStream(bytes), events::add);
        return events;
    }

    private static String text(List<RecordedEvent> events) throws IOException {
        return new String(written(events), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

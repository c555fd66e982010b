package io.bootledger.traces.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.CpusBroughtUp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionsOnFileTest {
    private static final String HEADER = "{\"schema\":\"bootledger/events/v1\",\"log\":\"boot.log\"}\n";

    /** Version 0 never existed: it stands for every old version to come. It called the event's type {@code kind}. */
    private static final Upcasters WITH_A_VERSION_BEFORE = new Upcasters(0, List.of(line -> {
        line.withObject("/event").put("type", line.at("/event/kind").asString());
        line.withObject("/event").remove("kind");
        return line;
    }));

    private final List<RecordedEvent> events = new ArrayList<>();

    @Test
    void linesOfAnOlderVersionAreUpcast() throws IOException {
        String old = """
                {"schema":"bootledger/events/v0","log":"boot.log"}
                {"sequence":0,"line":3,"event":{"kind":"cpus_brought_up","nodes":1,"cpus":4}}
                """;
        EventReader.read(bytes(old), WITH_A_VERSION_BEFORE, events::add);
        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.event()).isInstanceOf(CpusBroughtUp.class));
        assertThatThrownBy(() -> EventReader.read(bytes(old), events::add)).hasMessageContaining("v0");
    }

    @Test
    void linesOfTheCurrentVersionAreLeftAlone() throws IOException {
        String current = HEADER
                + "{\"sequence\":0,\"line\":3,\"event\":{\"type\":\"cpus_brought_up\",\"nodes\":1,\"cpus\":4}}\n";
        EventReader.read(bytes(current), WITH_A_VERSION_BEFORE, events::add);
        assertThat(events).hasSize(1);
    }

    @Test
    void aNewerVersionIsNamed() {
        assertThatThrownBy(() -> EventReader.read(
                        bytes("{\"schema\":\"bootledger/events/v99\",\"log\":\"boot.log\"}\n"), events::add))
                .hasMessageContaining("bootledger/events/v99")
                .hasMessageContaining("use a newer one");
    }

    @Test
    void eventsOfTheFutureArePassedOverAndCounted() throws IOException {
        String future = HEADER + """
                {"sequence":0,"line":3,"event":{"type":"reactor_started","rods":4}}
                {"sequence":1,"line":4,"event":{"type":"cpus_brought_up","nodes":1,"cpus":4,"colour":"new field"}}
                {"sequence":2,"line":5,"event":{"type":"reactor_started","rods":5}}
                """;
        EventsRead read = EventReader.read(bytes(future), events::add);
        assertThat(read.unknown()).isEqualTo(Map.of("reactor_started", 2L));
        assertThat(read.events()).isEqualTo(1);
        assertThat(events).hasSize(1);
    }

    @Test
    void aFileOfVersionOneIsReadForEver() throws IOException {
        try (InputStream in = VersionsOnFileTest.class.getResourceAsStream("events-v1.jsonl")) {
            EventsRead read = EventReader.read(in, events::add);
            assertThat(read.unknown()).isEmpty();
        }
        assertThat(events).hasSize(4);
        assertThat(events.get(1).event()).isInstanceOfSatisfying(InitcallStarted.class, started -> {
            assertThat(started.symbol().function()).isEqualTo("loop_init");
            assertThat(started.pid()).isEqualTo(1);
        });
        assertThat(events.get(2).event())
                .isInstanceOfSatisfying(
                        InitcallFinished.class,
                        finished -> assertThat(finished.returnValue()).isEqualTo(-19));
        assertThat(events.get(2).time().nanos()).isEqualTo(1_700_000);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

package io.bootledger.traces.input;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.stream.EventWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A boot of two events as text, and what is read of such texts. */
abstract class EventTexts {
    static final String HEADER = "{\"schema\":\"bootledger/events/v1\",\"log\":\"boot.log\"}\n";

    static final String FIRST =
            "{\"sequence\":0,\"time_ns\":1000,\"line\":3,\"event\":{\"type\":\"cpus_brought_up\",\"nodes\":1,\"cpus\":4}}\n";

    static final String SECOND =
            "{\"sequence\":1,\"time_ns\":2000,\"line\":4,\"event\":{\"type\":\"root_mounted\",\"text\":\"VFS: Mounted root\"}}\n";

    static final String END = "{\"sequence\":2,\"time_ns\":2000,\"line\":0,\"event\":{\"type\":\"boot_recorded\","
            + "\"format\":\"dmesg\",\"first_line\":1,\"last_line\":4,\"lines\":4,\"recognised\":2,\"irrelevant\":2,\"malformed\":0}}\n";
    static final String BOOT = HEADER + FIRST + SECOND + END;

    static BootEvent said(RecordedEvent event) {
        return event.event();
    }

    static List<RecordedEvent> events(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), ReadingOptions.EVERYTHING);
    }

    static List<RecordedEvent> read(byte[] bytes, ReadingOptions options) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        TraceReader.read(source(bytes), options, events::add);
        return events;
    }

    static int contents(byte[] bytes, List<RecordedEvent> events) throws IOException {
        return TraceReader.read(source(bytes), ReadingOptions.EVERYTHING, events::add)
                .boots();
    }

    static LogSource source(byte[] bytes) throws IOException {
        return LogSource.stream("events", new ByteArrayInputStream(bytes));
    }

    static byte[] written(List<RecordedEvent> events) throws IOException {
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
}

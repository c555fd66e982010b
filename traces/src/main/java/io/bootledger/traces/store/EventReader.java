package io.bootledger.traces.store;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads back what {@link EventWriter} wrote. */
public final class EventReader {
    /**
     * Hands every event to the sink, in order.
     *
     * @throws IOException when the stream is not an events file of this schema, or a line of it is damaged; says which
     */
    public static void read(InputStream in, EventSink sink) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        requireHeader(lines.readLine());
        long number = 2;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            sink.accept(event(line, number++));
        }
    }

    private static void requireHeader(@Nullable String line) throws IOException {
        EventsHeader header = line == null ? null : value(line, 1, EventsHeader.class);
        if (header == null || !EventsHeader.SCHEMA.equals(header.schema())) {
            throw new IOException("not an events file of schema " + EventsHeader.SCHEMA);
        }
    }

    private static RecordedEvent event(String text, long number) throws IOException {
        EventLine line = value(text, number, EventLine.class);
        if (line == null || line.event() == null) {
            throw damaged(number, "it holds no event", null);
        }
        try {
            return line.recorded();
        } catch (IllegalArgumentException e) {
            throw damaged(number, e.getMessage(), e);
        }
    }

    private static <T> @Nullable T value(String line, long number, Class<T> type) throws IOException {
        try {
            return EventJson.MAPPER.readValue(line, type);
        } catch (JacksonException e) {
            throw damaged(number, e.getOriginalMessage(), e);
        }
    }

    private static IOException damaged(long number, String how, @Nullable Exception cause) {
        return new IOException("events line " + number + " is damaged: " + how, cause);
    }

    private EventReader() {}
}

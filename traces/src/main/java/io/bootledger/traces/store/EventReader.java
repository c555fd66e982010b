package io.bootledger.traces.store;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.node.ObjectNode;

/** Reads back what {@link EventWriter} wrote, in this version of the schema or an older one. */
public final class EventReader {
    private final BufferedReader lines;
    private final Upcasters upcasters;
    private final int version;
    private final SortedMap<String, Long> unknown = new TreeMap<>();
    private long number = 1;

    private EventReader(InputStream in, Upcasters upcasters) throws IOException {
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.upcasters = upcasters;
        this.version = readableVersion(lines.readLine());
    }

    /**
     * Hands every event to the sink, in order. Events of types that only a newer Bootledger knows are passed over and counted.
     *
     * @throws IOException when the stream is not an events file of a known schema, or a line of it is damaged; says which
     */
    public static EventsRead read(InputStream in, EventSink sink) throws IOException {
        return read(in, Upcasters.RELEASED, sink);
    }

    static EventsRead read(InputStream in, Upcasters upcasters, EventSink sink) throws IOException {
        return new EventReader(in, upcasters).read(sink);
    }

    /** The first line of an events file; null when it is none. */
    static @Nullable EventsHeader header(@Nullable String line) throws IOException {
        EventsHeader header = line == null ? null : header(line, 1);
        return header == null || header.version() < 0 || header.log() == null ? null : header;
    }

    private static @Nullable EventsHeader header(String line, long number) throws IOException {
        try {
            return EventJson.MAPPER.readValue(line, EventsHeader.class);
        } catch (JacksonException e) {
            throw damaged(number, e.getOriginalMessage(), e);
        }
    }

    private int readableVersion(@Nullable String line) throws IOException {
        EventsHeader header = header(line);
        if (header == null) {
            throw new IOException("not an events file of schema " + EventsHeader.SCHEMA);
        }
        if (!upcasters.knows(header.version())) {
            throw new IOException("its schema is " + header.schema() + ", and this Bootledger reads up to "
                    + EventsHeader.SCHEMA + ": use a newer one");
        }
        return header.version();
    }

    private EventsRead read(EventSink sink) throws IOException {
        long events = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            RecordedEvent event = event(line);
            if (event != null) {
                events++;
                sink.accept(event);
            }
        }
        return new EventsRead(events, Collections.unmodifiableSortedMap(unknown));
    }

    private @Nullable RecordedEvent event(String text) throws IOException {
        try {
            EventLine line = version == upcasters.current()
                    ? EventJson.MAPPER.readValue(text, EventLine.class)
                    : EventJson.MAPPER.treeToValue(upcast(text), EventLine.class);
            if (line == null || line.event() == null) {
                throw damaged(number, "it holds no event", null);
            }
            return line.recorded();
        } catch (InvalidTypeIdException e) {
            if (e.getTypeId() == null) {
                throw damaged(number, e.getOriginalMessage(), e);
            }
            unknown.merge(e.getTypeId(), 1L, Long::sum);
            return null;
        } catch (JacksonException e) {
            throw damaged(number, e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw damaged(number, e.getMessage(), e);
        }
    }

    private ObjectNode upcast(String text) throws IOException {
        if (EventJson.MAPPER.readTree(text) instanceof ObjectNode line) {
            return upcasters.toCurrent(line, version);
        }
        throw damaged(number, "it is no object", null);
    }

    private static IOException damaged(long number, String how, @Nullable Exception cause) {
        return new IOException("events line " + number + " is damaged: " + how, cause);
    }
}

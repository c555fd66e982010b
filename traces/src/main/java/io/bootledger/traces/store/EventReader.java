package io.bootledger.traces.store;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.node.ObjectNode;

/** Reads back what {@link EventWriter} wrote, in this version of the schema or an older one: boots, a header before each. */
public final class EventReader {
    /** So many types of event nobody has thought of. */
    private static final int MOST_UNKNOWN = 256;

    private final EventLines lines;
    private final Upcasters upcasters;
    private final BootsOfEvents boots;
    private final boolean mayBreakOff;
    private final SortedMap<String, Long> unknown = new TreeMap<>();
    private int version;
    private long events;
    private long sequence;

    private EventReader(InputStream in, Upcasters upcasters, EventSink sink, boolean mayBreakOff) {
        this.lines = new EventLines(in);
        this.upcasters = upcasters;
        this.boots = new BootsOfEvents(sink);
        this.mayBreakOff = mayBreakOff;
    }

    /** What every events file begins with. */
    public static byte[] beginning() {
        return EventsHeader.BEGINNING.getBytes(StandardCharsets.US_ASCII);
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
        return new EventReader(in, upcasters, sink, false).readAll();
    }

    /**
     * The same of a stream that may break off: what is whole of a boot is handed over, and then an end that says so.
     *
     * @throws IOException when nothing can be read, or what is there was never written so; says where
     */
    public static EventsRead readWhatIsWhole(InputStream in, EventSink sink) throws IOException {
        return new EventReader(in, Upcasters.RELEASED, sink, true).readAll();
    }

    /** The first line of an events file; null when it is none. */
    static @Nullable EventsHeader header(@Nullable String line) throws IOException {
        return line == null ? null : header(line, 1);
    }

    private static @Nullable EventsHeader header(String line, long number) throws IOException {
        try {
            EventsHeader header = EventJson.MAPPER.readValue(line, EventsHeader.class);
            return header == null || header.version() < 0 || header.log() == null ? null : header;
        } catch (JacksonException e) {
            throw new DamagedEventsException(number, e.getOriginalMessage(), e);
        }
    }

    private EventsRead readAll() throws IOException {
        begin(lines.next());
        for (String line = next(); line != null; line = next()) {
            if (line.startsWith(EventsHeader.BEGINNING)) {
                begin(line);
            } else {
                take(line);
            }
        }
        if (mayBreakOff) {
            boots.breakOff("the events end before the end of the boot");
        }
        return new EventsRead(events, Collections.unmodifiableSortedMap(unknown), boots.boots());
    }

    /** The next line; null behind the last, and where the rest cannot be had. */
    private @Nullable String next() throws IOException {
        try {
            return lines.next();
        } catch (DamagedEventsException e) {
            throw e;
        } catch (IOException e) {
            if (!mayBreakOff || events == 0) {
                throw e;
            }
            boots.breakOff(
                    "the events break off behind line " + (lines.number() - 1) + " of their file: " + e.getMessage());
            return null;
        }
    }

    private void begin(@Nullable String line) throws IOException {
        EventsHeader header = line == null ? null : header(line, lines.number());
        if (header == null) {
            throw new IOException("not an events file of schema " + EventsHeader.SCHEMA);
        }
        if (!upcasters.knows(header.version())) {
            throw new NewerSchemaException(header.schema());
        }
        if (mayBreakOff) {
            boots.begin();
        }
        version = header.version();
        sequence = 0;
    }

    private void take(String line) throws IOException {
        try {
            RecordedEvent event = event(line);
            if (event != null) {
                countTo(event.sequence());
                events++;
                boots.accept(event);
            }
        } catch (JacksonException e) {
            if (!mayBreakOff || !lines.lastIsOpen()) {
                throw new DamagedEventsException(lines.number(), e.getOriginalMessage(), e);
            }
            boots.breakOff("the events end in line " + lines.number() + " of their file, of which "
                    + line.getBytes(StandardCharsets.UTF_8).length + " bytes are there");
        } catch (IllegalArgumentException e) {
            throw new DamagedEventsException(lines.number(), e.getMessage(), e);
        }
    }

    /** The event of a line; null for one that only a newer Bootledger knows. */
    private @Nullable RecordedEvent event(String text) {
        if (mayBreakOff && boots.ended()) {
            throw new IllegalArgumentException("it follows the end of a boot, and no header stands between");
        }
        try {
            EventLine line = version == upcasters.current()
                    ? EventJson.MAPPER.readValue(text, EventLine.class)
                    : EventJson.MAPPER.treeToValue(upcast(text), EventLine.class);
            if (line == null || line.event() == null) {
                throw new IllegalArgumentException("it holds no event");
            }
            return line.recorded();
        } catch (InvalidTypeIdException e) {
            if (e.getTypeId() == null) {
                throw e;
            }
            countTo(object(text).path("sequence").asLong(-1));
            passOver(e.getTypeId());
            return null;
        }
    }

    private void passOver(String type) {
        unknown.merge(type, 1L, Long::sum);
        if (unknown.size() > MOST_UNKNOWN) {
            throw new IllegalArgumentException("with it there are more types of event than any Bootledger knows");
        }
    }

    private void countTo(long said) {
        if (said != sequence) {
            throw new IllegalArgumentException("its sequence number is " + said + ", and " + sequence + " comes next");
        }
        sequence++;
    }

    private ObjectNode upcast(String text) {
        return upcasters.toCurrent(object(text), version);
    }

    private static ObjectNode object(String text) {
        JsonNode line = EventJson.MAPPER.readTree(text);
        if (line instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("it is no object");
    }
}

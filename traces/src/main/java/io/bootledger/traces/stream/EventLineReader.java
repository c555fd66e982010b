package io.bootledger.traces.stream;

import io.bootledger.traces.event.RecordedEvent;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.node.ObjectNode;

/** Reads the lines of single events, of one version of the schema. */
public final class EventLineReader {
    /** So many types of event nobody has thought of. */
    private static final int MOST_UNKNOWN = 256;

    private final Upcasters upcasters;
    private final int version;
    private final SortedMap<String, Long> unknown;
    private long sequence;

    private EventLineReader(Upcasters upcasters, int version, SortedMap<String, Long> unknown) {
        this.upcasters = upcasters;
        this.version = version;
        this.unknown = unknown;
    }

    /** @throws NewerSchemaException when lines under that header can be read by a newer Bootledger only */
    public static EventLineReader under(EventsHeader header) throws IOException {
        return under(header, Upcasters.RELEASED, new TreeMap<>());
    }

    static EventLineReader under(EventsHeader header, Upcasters upcasters, SortedMap<String, Long> unknown)
            throws IOException {
        if (!upcasters.knows(header.version()) || header.hasNewerForm()) {
            throw NewerSchemaException.of(header);
        }
        return new EventLineReader(upcasters, header.version(), unknown);
    }

    /**
     * The event of a line; null for one of a type that only a newer Bootledger knows, which is counted.
     *
     * @throws IOException when there are too many such types
     * @throws JacksonException when it is no JSON of an event
     * @throws IllegalArgumentException when no event can say that
     */
    public @Nullable RecordedEvent read(String text) throws IOException {
        try {
            EventLine line = version == upcasters.current()
                    ? EventJson.MAPPER.readValue(text, EventLine.class)
                    : EventJson.MAPPER.treeToValue(upcasters.toCurrent(object(text), version), EventLine.class);
            if (line == null) {
                throw new IllegalArgumentException("it holds no event");
            }
            sequence = line.sequence();
            return line.recorded();
        } catch (InvalidTypeIdException e) {
            if (e.getTypeId() == null) {
                throw e;
            }
            sequence = object(text).path("sequence").asLong(-1);
            passOver(e.getTypeId());
            return null;
        }
    }

    /**
     * The same of a line that stands among packed events.
     *
     * @param place the number that comes next, for the sentence
     * @throws IOException when it is no line of an event, too
     */
    public @Nullable RecordedEvent readPacked(String text, long place) throws IOException {
        try {
            return read(text);
        } catch (JacksonException e) {
            throw new IOException("event " + place + " is damaged: " + EventFault.of(e, text), e);
        } catch (IllegalArgumentException e) {
            throw new IOException("event " + place + " is damaged: " + e.getMessage(), e);
        }
    }

    /** The number of the event that was read last, known or not. */
    public long sequence() {
        return sequence;
    }

    /** How many events of unknown types were passed over. */
    public SortedMap<String, Long> unknown() {
        return Collections.unmodifiableSortedMap(unknown);
    }

    private void passOver(String type) throws IOException {
        unknown.merge(type, 1L, Long::sum);
        if (unknown.size() > MOST_UNKNOWN) {
            throw new IOException("with it there are more types of event than any Bootledger knows");
        }
    }

    private static ObjectNode object(String text) {
        JsonNode line = EventJson.MAPPER.readTree(text);
        if (line instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("it is no object");
    }
}

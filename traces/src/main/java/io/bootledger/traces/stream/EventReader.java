package io.bootledger.traces.stream;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads back what {@link EventWriter} wrote, in this version of the schema or an older one: boots, a header before each. */
public final class EventReader {
    private final EventLines lines;
    private final Upcasters upcasters;
    private final BootsOfEvents boots;
    private final boolean mayBreakOff;
    private final SortedMap<String, Long> unknown = new TreeMap<>();
    private @Nullable EventLineReader reader;
    private long events;
    private long sequence;
    /** Lines just before that are no events and have no number: each took the next one's. */
    private long unnumbered;
    /** How many of them took a number that was another's. */
    private long inserted;

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
     * The same of a stream that others may have written, cut or damaged: what is whole of a boot is handed over, then, where it breaks
     * off, an end that says so. A line that is no event is a {@code MessageNotUnderstood} in its place, and counted as malformed.
     *
     * @throws IOException when nothing can be read, or events are missing in between; says where
     */
    public static EventsRead readWhatIsWhole(InputStream in, EventSink sink) throws IOException {
        return new EventReader(in, Upcasters.RELEASED, sink, true).readAll();
    }

    /** The first line of an events file; null when it is none. */
    public static @Nullable EventsHeader header(@Nullable String line) throws IOException {
        return line == null ? null : header(line, 1);
    }

    private static @Nullable EventsHeader header(String line, long number) throws IOException {
        try {
            EventsHeader header = EventJson.MAPPER.readValue(line, EventsHeader.class);
            return header == null || header.version() < 0 ? null : header;
        } catch (JacksonException e) {
            if (line.startsWith(EventsHeader.BEGINNING)) {
                throw new DamagedEventsException(number, EventFault.of(e, line), e);
            }
            return null;
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
            boots.finish();
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
        if (line == null || header == null) {
            throw new IOException("not an events file of schema " + EventsHeader.SCHEMA);
        }
        if (header.holdsPacked()) {
            throw damaged("packed events stand behind others: give the files of a store one by one");
        }
        reader = EventLineReader.under(header, upcasters, unknown);
        if (mayBreakOff) {
            boots.begin(line, header.events());
        }
        sequence = 0;
        unnumbered = 0;
        inserted = 0;
    }

    private void take(String line) throws IOException {
        if (mayBreakOff && boots.ended()) {
            throw damaged("it follows the end of a boot, and no header stands between");
        }
        try {
            RecordedEvent event = event(line);
            if (event != null) {
                countTo(event.sequence());
                events++;
                boots.accept(inserted == 0 ? event : behindInserted(event));
            }
        } catch (JacksonException e) {
            takeDamaged(line, EventFault.of(e, line), e);
        } catch (IllegalArgumentException e) {
            takeDamaged(line, Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
    }

    private RecordedEvent behindInserted(RecordedEvent event) {
        return new RecordedEvent(
                event.sequence() + inserted,
                event.time(),
                event.caller(),
                event.priority(),
                event.event(),
                event.origin());
    }

    /** The event of a line; null for one that only a newer Bootledger knows. */
    private @Nullable RecordedEvent event(String text) throws IOException {
        EventLineReader ofVersion = Objects.requireNonNull(reader, "a header comes first");
        RecordedEvent event = known(ofVersion, text);
        if (event == null) {
            countTo(ofVersion.sequence());
        } else if (mayBreakOff && event.event() instanceof BootRecorded end && !end.addsUp()) {
            throw new IllegalArgumentException("its counts of lines do not add up");
        }
        return event;
    }

    private @Nullable RecordedEvent known(EventLineReader ofVersion, String text) throws IOException {
        try {
            return ofVersion.read(text);
        } catch (IOException e) {
            throw damaged(Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    /** A line of others that cannot be read is counted, and stands for the event that it should hold. */
    private void takeDamaged(String line, String how, RuntimeException cause) throws IOException {
        if (!mayBreakOff) {
            throw new DamagedEventsException(lines.number(), how, cause);
        }
        if (lines.lastIsOpen()) {
            boots.breakOff("the events end in line " + lines.number() + " of their file, of which "
                    + line.getBytes(StandardCharsets.UTF_8).length + " bytes are there");
            return;
        }
        long place = sequence;
        Long said = said(line);
        if (said == null) {
            sequence++;
            unnumbered++;
        } else {
            countTo(said);
        }
        events++;
        boots.acceptDamaged(place, line, "line " + lines.number() + " of the events is damaged: " + how);
    }

    /** The sequence number of a damaged line; null where it cannot be read. */
    private static @Nullable Long said(String line) {
        try {
            JsonNode said = EventJson.MAPPER.readTree(line).path("sequence");
            return said.isIntegralNumber() && said.canConvertToLong() ? said.longValue() : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** A line without a number stands for an event, unless the number that it took comes behind it: then somebody put it there. */
    private void countTo(long said) throws IOException {
        long taken = sequence - inserted - said;
        if (taken < 0 || taken > unnumbered) {
            throw damaged("its sequence number is " + said + ", and " + (sequence - inserted) + " comes next");
        }
        for (; taken > 0; taken--) {
            inserted++;
            boots.lineInserted();
        }
        unnumbered = 0;
        sequence++;
    }

    private IOException damaged(String how) {
        return new DamagedEventsException(lines.number(), how, null);
    }
}

package io.bootledger.traces.packed;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.stream.EventLineReader;
import io.bootledger.traces.stream.EventReader;
import io.bootledger.traces.stream.EventsHeader;
import io.bootledger.traces.stream.EventsRead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file of events, in lines or packed: its first line says which. */
public final class EventsFile {
    private static final int LONGEST_HEADER = 1 << 20;

    private final byte[] first;
    private final @Nullable EventsHeader header;
    private final InputStream rest;

    private EventsFile(byte[] first, InputStream rest) {
        this.first = first;
        this.header = header(first);
        this.rest = rest;
    }

    /** Reads the first line. */
    public static EventsFile open(InputStream file) throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        int octet = 0;
        while (octet != '\n' && first.size() < LONGEST_HEADER && (octet = file.read()) >= 0) {
            first.write(octet);
        }
        return new EventsFile(first.toByteArray(), file);
    }

    /** A header that is damaged is left to whoever reads the lines. */
    private static @Nullable EventsHeader header(byte[] line) {
        try {
            return EventReader.header(new String(line, StandardCharsets.UTF_8).strip());
        } catch (IOException damaged) {
            return null;
        }
    }

    /** Its first line; null where that is damaged, or none of events. */
    public @Nullable EventsHeader header() {
        return header;
    }

    /** All of it as lines: of packed events each is made when it is asked for, and what is wrong with them is thrown then. */
    public InputStream lines() throws IOException {
        return header != null && header.holdsPacked()
                ? new UnpackedEvents(header, rest)
                : new SequenceInputStream(new ByteArrayInputStream(first), rest);
    }

    /**
     * Hands every event of a file of one boot to the sink, in order. Events of types that only a newer Bootledger knows are passed
     * over and counted.
     *
     * @throws IOException when it is not a file of events of a known schema, or damaged; says where
     */
    public EventsRead read(EventSink sink) throws IOException {
        return header != null && header.holdsPacked()
                ? new Packed(header, rest, sink).read()
                : EventReader.read(lines(), sink);
    }

    private static final class Packed implements PackedReader.Sink {
        private final EventLineReader lines;
        private final PackedReader reader;
        private final EventSink sink;
        private long events;
        private int boots;

        Packed(EventsHeader header, InputStream packed, EventSink sink) throws IOException {
            this.lines = EventLineReader.under(header);
            this.reader = new PackedReader(packed);
            this.sink = sink;
        }

        EventsRead read() throws IOException {
            try {
                boolean more;
                do {
                    more = reader.next(this);
                } while (more);
            } catch (IllegalArgumentException e) {
                throw new IOException("event " + reader.place() + " is damaged: " + e.getMessage(), e);
            }
            return new EventsRead(events, lines.unknown(), boots);
        }

        @Override
        public void event(RecordedEvent event) {
            events++;
            if (event.event() instanceof BootRecorded) {
                boots++;
                reader.end();
            }
            sink.accept(event);
        }

        @Override
        public long line(String line, long place) throws IOException {
            RecordedEvent event = lines.readPacked(line, place);
            if (event != null) {
                event(event);
            }
            return lines.sequence();
        }
    }
}

package io.bootledger.traces.packed;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.stream.EventJson;
import io.bootledger.traces.stream.EventLine;
import io.bootledger.traces.stream.EventLineReader;
import io.bootledger.traces.stream.EventsHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Packed events as lines, a header before them, made as they are asked for. */
final class UnpackedEvents extends InputStream implements PackedReader.Sink {
    private final PackedReader events;
    private final EventLineReader lines;
    private byte[] made;
    private int at;

    /** @param packed what comes behind the header */
    UnpackedEvents(EventsHeader header, InputStream packed) throws IOException {
        this.events = new PackedReader(packed);
        this.lines = EventLineReader.under(header);
        this.made = ended(EventJson.MAPPER.writeValueAsBytes(header.ofLines()));
    }

    private static byte[] ended(byte[] line) {
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        return ended;
    }

    @Override
    public void event(RecordedEvent event) {
        made = ended(EventJson.MAPPER.writeValueAsBytes(EventLine.of(event)));
    }

    @Override
    public long line(String line, long place) throws IOException {
        made = ended(line.getBytes(StandardCharsets.UTF_8));
        RecordedEvent event = lines.readPacked(line, place);
        if (event != null && event.event() instanceof BootRecorded) {
            events.end();
        }
        return lines.sequence();
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? made[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, made.length - at);
        System.arraycopy(made, at, into, from, count);
        at += count;
        return count;
    }

    private boolean hasMore() throws IOException {
        while (at == made.length) {
            at = 0;
            made = new byte[0];
            if (!events.next(this)) {
                return false;
            }
        }
        return true;
    }
}

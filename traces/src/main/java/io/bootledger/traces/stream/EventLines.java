package io.bootledger.traces.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of an events file, in bounded memory whatever the file holds. */
public final class EventLines {
    /** A line of a log is cut at 64 KiB; an event may hold it twice, and JSON takes up to six characters for a byte. */
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] bytes = new byte[1 << 16];
    private int from;
    private int to;
    private long number;
    private boolean open;

    public EventLines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; null behind the last. */
    @Nullable
    public String next() throws IOException {
        number++;
        int end = newline();
        if (end >= 0) {
            String line = text(bytes, from, end);
            from = end + 1;
            return line;
        }
        return joined();
    }

    /** A line that goes on in what has still to be read. */
    private @Nullable String joined() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int end = -1; end < 0 && !open; ) {
            line.write(bytes, from, to - from);
            open = !fill();
            end = open ? from : newline();
            if (end >= 0) {
                line.write(bytes, from, end - from);
                from = open ? from : end + 1;
            }
            refuseEndless(line.size());
        }
        return open && line.size() == 0 ? null : text(line.toByteArray(), 0, line.size());
    }

    private void refuseEndless(int length) throws IOException {
        if (length > LONGEST) {
            throw new DamagedEventsException(number, "it is longer than any that Bootledger writes, 1 MiB", null);
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = 0;
        to = Math.max(0, in.read(bytes, 0, bytes.length));
        return to > 0;
    }

    private int newline() {
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** Whether the line that was read last has no end. */
    boolean lastIsOpen() {
        return open;
    }
}

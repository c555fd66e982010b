package io.bootledger.traces.format;

import io.bootledger.traces.format.bytes.BlankLines;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code grab.sh} wrote: {@code bootledger grab 1}; then sections, {@code == config ==}, each line of which begins with
 * {@code | }, so that nothing in them is taken for a section or for the log; and behind {@code == kernel log ==}, to the end, the log as
 * it was. Of a section that comes again the first one holds, and of such as nobody asks for none.
 */
final class GrabReader {
    static final byte[] BEGINNING = "bootledger grab 1".getBytes(StandardCharsets.US_ASCII);

    private static final String MARGIN = "| ";
    private static final String LOG = "kernel log";
    private static final int LONGEST_LINE = 1 << 13;
    /** Many times what machines have; of one that has more, the rest is passed over. */
    private static final int MOST_KEPT = 1 << 25;

    private final InputStream stream;
    private final byte[] line = new byte[LONGEST_LINE];
    private final Map<String, byte[]> sections = new HashMap<>();
    private int length;
    private int kept;
    private long lines;

    private GrabReader(InputStream stream) {
        this.stream = new BufferedInputStream(stream, 1 << 16);
    }

    /** What was gathered, and the log, an empty line before it for each line of the sections: lines keep their numbers. */
    record Opened(Grab grab, InputStream log) {}

    static Opened open(InputStream stream) throws IOException {
        return new GrabReader(stream).opened();
    }

    private Opened opened() throws IOException {
        String name = null;
        ByteArrayOutputStream section = new ByteArrayOutputStream();
        while (!LOG.equals(name) && next()) {
            if (startsInMargin()) {
                keep(section);
            } else {
                add(name, section);
                name = name();
            }
        }
        add(name, section);
        return new Opened(new Grab(sections), new SequenceInputStream(new BlankLines(lines), stream));
    }

    private void add(@Nullable String name, ByteArrayOutputStream section) {
        if (name != null && Grab.SECTIONS.contains(name) && section.size() > 0) {
            sections.putIfAbsent(name, section.toByteArray());
        }
        section.reset();
    }

    /** Whether there is another line; of a long one the beginning is kept. */
    private boolean next() throws IOException {
        length = 0;
        int octet = stream.read();
        if (octet < 0) {
            return false;
        }
        for (; octet >= 0 && octet != '\n'; octet = stream.read()) {
            if (length < LONGEST_LINE && octet != '\r') {
                line[length++] = (byte) octet;
            }
        }
        lines++;
        return true;
    }

    private boolean startsInMargin() {
        return length > 0 && line[0] == MARGIN.charAt(0);
    }

    private void keep(ByteArrayOutputStream section) {
        int from = Math.min(MARGIN.length(), length);
        if (kept < MOST_KEPT) {
            section.write(line, from, length - from);
            section.write('\n');
            kept += length;
        }
    }

    /** The name of the section that begins here; null where none does. */
    private @Nullable String name() {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        return text.length() > 6 && text.startsWith("== ") && text.endsWith(" ==")
                ? text.substring(3, text.length() - 3)
                : null;
    }
}

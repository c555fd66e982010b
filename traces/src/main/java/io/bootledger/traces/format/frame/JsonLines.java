package io.bootledger.traces.format.frame;

import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.format.bytes.Chunks;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A log that stands in JSON without a line break between its lines, freed of it: an array of strings or of objects, an object that holds
 * one, or a string of all lines. Of each such line of the input its {@link JsonCarrier} writes the lines; all others stay as they are. It
 * takes no more memory than a line does, however long the log is.
 */
public final class JsonLines extends InputStream {
    private static final int BLOCK = 1 << 13;

    private final BufferedInputStream json;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final JsonCarrier carrier = new JsonCarrier(made);
    private byte[] lines = {};
    private int at;
    private boolean lineBegins = true;
    private boolean carries;

    public JsonLines(InputStream json) {
        this.json = new BufferedInputStream(json, Chunks.LONGEST);
    }

    /** Whether a log begins so, but for empty lines. */
    public static boolean begin(byte[] first) {
        int from = 0;
        while (from < first.length && first[from] <= ' ' && first[from] >= 0) {
            from++;
        }
        int end = Ascii.indexOf(first, from, first.length, '\n');
        return carries(first, from, end < 0 ? first.length : end);
    }

    /** Whether a line, or as much of it as is ever read, holds several. An object of ordinary length is a record. */
    private static boolean carries(byte[] bytes, int from, int to) {
        int at = Ascii.skipBlanks(bytes, from, to);
        byte first = at < to ? bytes[at] : 0;
        while (at < to && (bytes[at] == '[' || bytes[at] == '{' || Ascii.blank(bytes[at]))) {
            at++;
        }
        if (at == to || bytes[at] != '"') {
            return false;
        }
        return switch (first) {
            case '[' -> true;
            case '{' -> to - from > Chunks.LONGEST;
            default -> GluedRecords.end(bytes, at + 1, to) >= to - 2 && holdsLineBreak(bytes, at, to);
        };
    }

    private static boolean holdsLineBreak(byte[] bytes, int from, int to) {
        int at = from;
        while ((at = Ascii.indexOf(bytes, at, to, '\\')) >= 0 && at + 1 < to) {
            if (bytes[at + 1] == 'n') {
                return true;
            }
            at += 2;
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        return at < lines.length || fill() ? lines[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        if (at == lines.length && !fill()) {
            return -1;
        }
        int count = Math.min(most, lines.length - at);
        System.arraycopy(lines, at, bytes, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        made.reset();
        int octet = 0;
        while (made.size() < BLOCK && octet >= 0) {
            carries = lineBegins ? nextCarries() : carries;
            octet = json.read();
            lineBegins = octet == '\n';
            if (octet >= 0) {
                take(octet);
            }
        }
        lines = made.toByteArray();
        at = 0;
        return lines.length > 0;
    }

    private void take(int octet) {
        if (!carries) {
            made.write(octet);
        } else if (octet == '\n') {
            carrier.end();
        } else {
            carrier.take(octet);
        }
    }

    private boolean nextCarries() throws IOException {
        byte[] line = new byte[Chunks.LONGEST + 1];
        int length = 0;
        json.mark(line.length + 1);
        for (int octet = json.read(); octet >= 0 && octet != '\n'; octet = json.read()) {
            line[length++] = (byte) octet;
            if (length == line.length) {
                break;
            }
        }
        json.reset();
        return carries(line, 0, length);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}

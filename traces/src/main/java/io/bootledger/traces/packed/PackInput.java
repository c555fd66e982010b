package io.bootledger.traces.packed;

import io.bootledger.traces.event.LogText;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link PackOutput} wrote, in bounded memory whatever it holds. */
final class PackInput {
    /** As long as the longest line of events. */
    private static final int LONGEST_TEXT = 1 << 20;
    /** No function or device has a longer one. */
    static final int LONGEST_NAME = 1 << 10;

    private static final int MOST_BITS = 63;

    private final InputStream in;
    private byte[] bytes = new byte[1 << 16];
    private int from;
    private int to;

    PackInput(InputStream in) {
        this.in = in;
    }

    /** Whether nothing is left. */
    boolean isAtEnd() throws IOException {
        return from == to && !fill();
    }

    int octet() throws IOException {
        if (from == to && !fill()) {
            throw new EOFException("in the middle of an event");
        }
        return bytes[from++] & 0xFF;
    }

    long number() throws IOException {
        long value = 0;
        for (int bits = 0; bits <= MOST_BITS; bits += 7) {
            int octet = octet();
            value |= (octet & 0x7FL) << bits;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new IOException("a number has more than 64 bits");
    }

    long signed() throws IOException {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    /** A number that fits an int and is not negative. */
    int count() throws IOException {
        long value = number();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new IOException("a number is larger than any can be: " + Long.toUnsignedString(value));
        }
        return (int) value;
    }

    int signedInt() throws IOException {
        long value = signed();
        if (value != (int) value) {
            throw new IOException("a number is larger than any can be: " + value);
        }
        return (int) value;
    }

    String text() throws IOException {
        return text(LONGEST_TEXT);
    }

    String name() throws IOException {
        return text(LONGEST_NAME);
    }

    private String text(int longest) throws IOException {
        int length = textLength(longest);
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        from += length;
        return text;
    }

    LogText logText() throws IOException {
        int length = textLength(LONGEST_TEXT);
        LogText text = LogText.copyOf(bytes, from, from + length);
        from += length;
        return text;
    }

    /** Of a text that is in the buffer then. */
    private int textLength(int longest) throws IOException {
        int length = count();
        if (length > longest) {
            throw new IOException("a text is longer than any that Bootledger writes: " + length + " bytes");
        }
        while (to - from < length) {
            more(length);
        }
        return length;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(bytes, 0, bytes.length));
        return to > 0;
    }

    private void more(int wanted) throws IOException {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, to - from);
            to -= from;
            from = 0;
        }
        if (wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, wanted);
        }
        int count = in.read(bytes, to, bytes.length - to);
        if (count < 0) {
            throw new EOFException("in the middle of an event");
        }
        to += count;
    }
}

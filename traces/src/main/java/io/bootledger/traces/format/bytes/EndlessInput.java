package io.bootledger.traces.format.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An input that may never end: a device or a pipe. It ends where so much came without a line of text that none will. Used by one
 * thread at a time.
 */
public final class EndlessInput extends FilterInputStream {
    /** Far more than any hole that a crash or a rotation leaves in what is piped. */
    private static final int MOST_WITHOUT_TEXT = 256 << 20;

    private long withoutText;

    public EndlessInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (isGivenUp()) {
            return -1;
        }
        int count = in.read(bytes, from, length);
        withoutText = count > 0 && !holdsLine(bytes, from, from + count) ? withoutText + count : 0;
        return count;
    }

    /** Whether there is an end of a line, and anything that could stand in one. */
    private static boolean holdsLine(byte[] bytes, int from, int to) {
        int text = from;
        while (text < to && bytes[text] >= 0 && bytes[text] <= ' ') {
            text++;
        }
        return text < to && Ascii.indexOf(bytes, from, to, '\n') >= 0;
    }

    /** Whether it was left before its end. */
    public boolean isGivenUp() {
        return withoutText > MOST_WITHOUT_TEXT;
    }
}

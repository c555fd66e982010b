package io.bootledger.traces.format.bytes;

import java.io.InputStream;
import java.util.Arrays;

/** So many empty lines, in the place of lines that are not to be read. */
public final class BlankLines extends InputStream {
    private long left;

    public BlankLines(long lines) {
        this.left = lines;
    }

    @Override
    public int read() {
        return left-- > 0 ? '\n' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (left <= 0 && length > 0) {
            return -1;
        }
        int count = (int) Math.min(length, left);
        Arrays.fill(target, offset, offset + count, (byte) '\n');
        left -= count;
        return count;
    }
}

package io.bootledger.traces.format;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Cuts a stream into lines, in bounded memory: a line is a slice of a buffer, good until the next one is asked for. A line
 * longer than {@link #LONGEST} is cut there and its rest is skipped.
 */
final class LineScanner {
    /** Far beyond the longest record of any kernel, about a kilobyte. */
    static final int LONGEST = 1 << 16;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long NEWLINES = ONES * '\n';
    private static final long BRACKETS = ONES * '[';

    private final ReadAhead input;
    private byte[] buffer = {};
    private int next;
    private int limit;
    private boolean skipping;

    private int from;
    private int to;
    private long number;
    private boolean brackets;
    private long bytesRead;

    LineScanner(ReadAhead input) {
        this.input = input;
    }

    /** Moves to the next line; false at the end of the log. */
    boolean next() throws IOException {
        while (true) {
            if (next < limit) {
                int end = scan(next);
                if (end < limit) {
                    boolean wanted = !skipping;
                    skipping = false;
                    from = next;
                    to = end;
                    next = end + 1;
                    if (wanted) {
                        cutToLongest();
                        number++;
                        return true;
                    }
                    continue;
                }
                if (limit - next > LONGEST) {
                    boolean wanted = !skipping;
                    skipping = true;
                    from = next;
                    to = from + LONGEST;
                    next = limit;
                    if (wanted) {
                        number++;
                        return true;
                    }
                    continue;
                }
            }
            if (!refill()) {
                return lastLine();
            }
        }
    }

    /** A log need not end with the end of a line. */
    private boolean lastLine() {
        if (next >= limit || skipping) {
            return false;
        }
        from = next;
        to = limit;
        next = limit;
        number++;
        return true;
    }

    private void cutToLongest() {
        if (to - from > LONGEST) {
            to = from + LONGEST;
        }
    }

    /**
     * Finds the end of the line, and on the way whether a bracket stands inside it.
     *
     * <p>Ugly for speed: eight bytes at a time; the buffer ends in a newline and eight bytes more, so that nothing is checked in
     * the loop. A loop over bytes takes five times as long, which is a quarter of the whole reading of a gigabyte.
     */
    private int scan(int start) {
        byte[] bytes = buffer;
        int at = start;
        long word = (long) WORD.get(bytes, at);
        long ends = zeros(word ^ NEWLINES);
        long inner = 0;
        while (ends == 0) {
            at += 8;
            word = (long) WORD.get(bytes, at);
            ends = zeros(word ^ NEWLINES);
            inner |= zeros(word ^ BRACKETS) & ((ends & -ends) - 1);
        }
        brackets = inner != 0;
        return at + (Long.numberOfTrailingZeros(ends) >>> 3);
    }

    /** The high bit of each byte that is zero; perhaps of more above the lowest such byte. */
    private static long zeros(long word) {
        return word - ONES & ~word & HIGH_BITS;
    }

    private boolean refill() throws IOException {
        int rest = skipping ? 0 : limit - next;
        ReadAhead.Chunk chunk = input.next();
        if (chunk == null) {
            return false;
        }
        int start = ReadAhead.MARGIN - rest;
        System.arraycopy(buffer, limit - rest, chunk.bytes, start, rest);
        input.giveBack(buffer);
        buffer = chunk.bytes;
        next = start;
        limit = ReadAhead.MARGIN + chunk.length;
        buffer[limit] = '\n';
        bytesRead += chunk.length;
        return true;
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Of the line, from 1. */
    long number() {
        return number;
    }

    /** Whether a bracket stands in the line behind its first eight bytes. */
    boolean brackets() {
        return brackets;
    }

    long bytesRead() {
        return bytesRead;
    }
}

package io.bootledger.traces.format.bytes;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into pieces of whole lines, in bounded memory. A line longer than {@link #LONGEST} is cut there, and its rest is
 * skipped and counted. Used by one thread at a time.
 */
public final class Chunks {
    /** Far beyond the longest record of any kernel, about a kilobyte. */
    public static final int LONGEST = 1 << 16;

    public static final int SIZE = 1 << 19;
    /** So that eight bytes may be looked at wherever a line begins. */
    private static final int BEHIND = 16;

    /**
     * Whole lines, the last byte a newline.
     *
     * @param skipped bytes of the line before them that are not read
     */
    public record Chunk(byte[] bytes, int from, int to, long skipped) {}

    private final InputStream stream;
    private final byte[] tail = new byte[LONGEST];
    private int tailLength;
    private boolean skipping;
    private long skipped;
    private boolean ended;
    private long bytesRead;
    private String kind = "nothing";

    public Chunks(InputStream stream) {
        this.stream = stream;
    }

    /**
     * The next lines, or null at the end.
     *
     * @param old a buffer to use again, or null
     */
    @Nullable
    public Chunk next(byte @Nullable [] old) throws IOException {
        byte[] bytes = old == null ? new byte[LONGEST + SIZE + BEHIND] : old;
        while (!ended) {
            System.arraycopy(tail, 0, bytes, 0, tailLength);
            int count = stream.read(bytes, tailLength, SIZE);
            ended = count < 0;
            if (bytesRead == 0 && count > 0) {
                kind = ContentKind.of(bytes, 0, count);
            }
            bytesRead += Math.max(count, 0);
            Chunk chunk = ended ? lastLine(bytes) : lines(bytes, tailLength + count);
            if (chunk != null) {
                return chunk;
            }
        }
        return null;
    }

    /** A log need not end with the end of a line. */
    private @Nullable Chunk lastLine(byte[] bytes) {
        bytes[tailLength] = '\n';
        return tailLength == 0 ? null : chunk(bytes, 0, tailLength + 1);
    }

    private @Nullable Chunk lines(byte[] bytes, int end) {
        int from = 0;
        tailLength = 0;
        if (skipping) {
            from = Ascii.indexOf(bytes, 0, end, '\n') + 1;
            skipped += from == 0 ? end : from - 1;
            if (from == 0) {
                return null;
            }
            skipping = false;
        }
        int rest = behindLastEnd(bytes, from, end);
        if (end - rest >= LONGEST && CarriageReturns.endLines(bytes, rest, end)) {
            rest = behindLastEnd(bytes, rest, end);
        }
        if (end - rest >= LONGEST) {
            skipping = true;
            Chunk chunk = chunk(bytes, from, rest + LONGEST + 1);
            skipped = (long) end - rest - LONGEST;
            bytes[rest + LONGEST] = '\n';
            return chunk;
        }
        tailLength = end - rest;
        System.arraycopy(bytes, rest, tail, 0, tailLength);
        return rest > from ? chunk(bytes, from, rest) : null;
    }

    private Chunk chunk(byte[] bytes, int from, int to) {
        Chunk chunk = new Chunk(bytes, from, to, skipped);
        skipped = 0;
        return chunk;
    }

    private static int behindLastEnd(byte[] bytes, int from, int end) {
        int rest = end;
        while (rest > from && bytes[rest - 1] != '\n') {
            rest--;
        }
        return rest;
    }

    /** Bytes that were not read since the last lines, as their line is too long. */
    public long skipped() {
        return skipped;
    }

    public long bytesRead() {
        return bytesRead;
    }

    /** Whether the last line has no end. */
    public boolean endsInMidLine() {
        return ended && tailLength > 0;
    }

    /** What the stream seems to hold, by its first bytes. */
    public String kind() {
        return kind;
    }
}

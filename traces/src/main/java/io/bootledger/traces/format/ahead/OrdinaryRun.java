package io.bootledger.traces.format.ahead;

import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.format.bytes.CarriageReturns;
import io.bootledger.traces.format.bytes.LineScanner;
import io.bootledger.traces.format.frame.Framing;
import io.bootledger.traces.format.frame.GluedRecords;
import io.bootledger.traces.format.frame.PrintkPrefix;
import io.bootledger.traces.message.MessageTable;

/**
 * A run of ordinary lines in printk's own frame, each told at a glance: a machine that runs writes hardly any others. What is taken
 * for ordinary here is so for {@link Framing} and {@link MessageTable} too; what is not, they have to look at. Used by one thread at
 * a time.
 */
public final class OrdinaryRun {
    /** So long a message that no check looks behind its end. */
    public static final int SHORTEST_MESSAGE = 5;

    private final LineScanner scanner;
    private int lineEnd;
    private boolean called;
    private int lines;
    private long lookedAtNanos;
    private long firstNanos;
    private long lastNanos;
    private long frames;

    OrdinaryRun(LineScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Goes on while the lines are ordinary, in the same frame, and none is earlier than the one before.
     *
     * @return where the first line begins that is not, or {@code to}
     */
    int end(byte[] bytes, int from, int to) {
        int at = from;
        int count = 0;
        long last = 0;
        while (at < to) {
            lineEnd = scanner.end(bytes, at);
            long nanos = PrintkPrefix.nanos(bytes, at, lineEnd);
            lookedAtNanos = nanos;
            if (nanos < last
                    || !isOrdinary(bytes, at, lineEnd)
                    || count > 0 && frames(bytes, lineEnd, called) != frames) {
                break;
            }
            if (count++ == 0) {
                firstNanos = nanos;
                frames = frames(bytes, lineEnd, called);
            }
            last = nanos;
            at = lineEnd + 1;
        }
        lines = count;
        lastNanos = last;
        return at;
    }

    /** The frames of a line with printk's stamp, and perhaps a caller behind it. */
    static long frames(byte[] bytes, int lineEnd, boolean called) {
        return Framing.PLAIN | (bytes[lineEnd - 1] == '\r' ? Framing.SERIAL : 0) | (called ? Framing.CALLER : 0);
    }

    private boolean isOrdinary(byte[] bytes, int from, int to) {
        int message = Ascii.skipBlanks(bytes, from + PrintkPrefix.LENGTH, to);
        called = message < to && bytes[message] == '[';
        if (called) {
            message = PrintkPrefix.behindCaller(bytes, message, to);
        }
        return message > 0
                && to - message >= SHORTEST_MESSAGE
                && to - from <= CarriageReturns.LONGEST_RECORD
                && bytes[to - 1] != ' '
                && !Framing.mayHoldLayers(bytes, message)
                && MessageTable.isOrdinary(bytes, message, to)
                && !(scanner.brackets() && GluedRecords.next(bytes, message, to) > 0);
    }

    /** The end of the line that was looked at last: of the one that does not belong to the run, if there is one. */
    int lineEnd() {
        return lineEnd;
    }

    /** Its stamp; negative where it does not begin with the common form of printk's prefix. */
    long lineNanos() {
        return lookedAtNanos;
    }

    int lines() {
        return lines;
    }

    long firstNanos() {
        return firstNanos;
    }

    long lastNanos() {
        return lastNanos;
    }

    long frames() {
        return frames;
    }
}

package io.bootledger.traces.format.ahead;

import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.format.bytes.CarriageReturns;
import io.bootledger.traces.format.bytes.LineScanner;
import io.bootledger.traces.format.frame.Framing;
import io.bootledger.traces.format.frame.GluedRecords;
import io.bootledger.traces.format.frame.LogRecord;
import io.bootledger.traces.format.frame.PrintkPrefix;
import io.bootledger.traces.message.MessageTable;

/**
 * A line in printk's own frame, looked at where it lies. What is said of it here {@link Framing} and {@link MessageTable} would say
 * too; what is not, they have to look at. One object serves all lines of a chunk.
 */
final class PrintkLine {
    /** So long a message that no check looks behind its end. */
    static final int SHORTEST_MESSAGE = 5;

    private final LineScanner scanner;
    private byte[] bytes = {};
    private int from;
    private int end;
    private long nanos;
    private int callerBracket;
    private int message;

    PrintkLine(LineScanner scanner) {
        this.scanner = scanner;
    }

    /** Looks at the line that begins there. */
    void look(byte[] chunk, int begin) {
        bytes = chunk;
        from = begin;
        end = scanner.end(chunk, begin);
        nanos = PrintkPrefix.nanos(chunk, begin, end);
        if (nanos >= 0) {
            int behind = Ascii.skipBlanks(chunk, begin + PrintkPrefix.LENGTH, end);
            callerBracket = behind < end && chunk[behind] == '[' ? behind : 0;
            message = isCalled() ? PrintkPrefix.behindCaller(chunk, behind, end) : behind;
        }
    }

    /** Where it ends. */
    int end() {
        return end;
    }

    /** Its stamp; negative where it does not begin with the common form of printk's prefix. */
    long nanos() {
        return nanos;
    }

    /** Whether it is one record in printk's own frame, with no other layer: the bytes of its message tell all. */
    boolean isPlain() {
        return nanos >= 0 && message > 0 && isAlone(textEnd());
    }

    private boolean isAlone(int textEnd) {
        return textEnd - message >= SHORTEST_MESSAGE
                && end - from <= CarriageReturns.LONGEST_RECORD
                && bytes[textEnd - 1] > ' '
                && !Framing.mayHoldLayers(bytes, message)
                && !(scanner.brackets() && GluedRecords.next(bytes, message, end) > 0)
                && !(scanner.returns() && Ascii.indexOf(bytes, message, textEnd, '\r') >= 0);
    }

    /** Whether the message of a plain line is an ordinary one, told by its first word. False says nothing. */
    boolean isOrdinary() {
        return MessageTable.isOrdinary(bytes, message, end);
    }

    /** Where its message begins. */
    int message() {
        return message;
    }

    /** Where its message ends. */
    int textEnd() {
        return bytes[end - 1] == '\r' ? end - 1 : end;
    }

    /** Who wrote it, as {@link LogRecord} keeps it. */
    int caller() {
        return isCalled() ? PrintkPrefix.caller(bytes, callerBracket, end) : LogRecord.NO_CALLER;
    }

    private boolean isCalled() {
        return callerBracket > 0;
    }

    long frames() {
        return Framing.PLAIN | (bytes[end - 1] == '\r' ? Framing.SERIAL : 0) | (isCalled() ? Framing.CALLER : 0);
    }
}

package io.bootledger.traces.format.ahead;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.format.ahead.KnownMessages.Known;
import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.format.bytes.CarriageReturns;
import io.bootledger.traces.format.bytes.Chunks;
import io.bootledger.traces.format.bytes.LineScanner;
import io.bootledger.traces.format.frame.Framing;
import io.bootledger.traces.format.frame.GluedRecords;
import io.bootledger.traces.format.frame.LogRecord;
import io.bootledger.traces.format.frame.PrintkPrefix;
import io.bootledger.traces.format.frame.WrappedLine;
import io.bootledger.traces.message.MessageTable;

/** Does what can be done with the lines of a chunk without knowing the lines before. Used by one thread at a time. */
public final class Preparer {
    private final LineScanner scanner = new LineScanner();
    private final OrdinaryRun ordinary = new OrdinaryRun(scanner);
    private final MessageTable messages = new MessageTable();
    private final KnownMessages known = new KnownMessages();
    private final LogRecord record = new LogRecord();
    private int caller = LogRecord.NO_CALLER;

    void prepare(Chunks.Chunk chunk, PreparedLines into) {
        byte[] bytes = chunk.bytes();
        into.begin(chunk);
        int at = chunk.from();
        while (at < chunk.to()) {
            int next = expectedLine(bytes, at, chunk.to(), into);
            at = next > 0 ? next : lines(bytes, at, chunk.to(), into);
        }
    }

    /** Adds a line in printk's own frame if its message is the one that is likeliest to come; where the next one begins, or 0. */
    private int expectedLine(byte[] bytes, int from, int to, PreparedLines into) {
        long nanos = PrintkPrefix.nanos(bytes, from, to);
        if (nanos < 0) {
            return 0;
        }
        int message = message(bytes, from, to);
        Known expected = message < 0 ? null : known.next(bytes, message);
        if (expected == null) {
            return 0;
        }
        int end = message + expected.length();
        int lineEnd = bytes[end] == '\r' ? end + 1 : end;
        if (bytes[lineEnd] != '\n') {
            return 0;
        }
        known.follow(expected);
        into.add(from, lineEnd, message, nanos, caller, expected);
        return lineEnd + 1;
    }

    /** Where the message begins behind the stamp and the caller, which is noted; -1 where it may hold other layers. */
    private int message(byte[] bytes, int from, int to) {
        int message = Ascii.skipBlanks(bytes, from + PrintkPrefix.LENGTH, to);
        caller = LogRecord.NO_CALLER;
        if (message < to && bytes[message] == '[') {
            int bracket = message;
            message = PrintkPrefix.behindCaller(bytes, bracket, to);
            caller = message < 0 ? caller : PrintkPrefix.caller(bytes, bracket, to);
        }
        return message;
    }

    /** Adds ordinary lines, and the one after them that is none. */
    private int lines(byte[] bytes, int from, int to, PreparedLines into) {
        int other = ordinary.end(bytes, from, to);
        if (other > from) {
            into.add(from, other - 1, ordinary);
        }
        int empty = scanner.empty(bytes, other, to);
        if (empty > other) {
            into.addUnread(other, empty - 1);
            return empty;
        }
        int end = ordinary.lineEnd();
        if (other < to && !isKnown(bytes, other, end, into)) {
            if (end - other > CarriageReturns.LONGEST_RECORD && CarriageReturns.endLines(bytes, other, end)) {
                return other;
            }
            record.begin(bytes, other, Math.min(end, other + Chunks.LONGEST), 0);
            prepareLine(into);
        }
        return end + 1;
    }

    /** Adds a line in printk's own frame whose message was read before; else false. */
    private boolean isKnown(byte[] bytes, int from, int lineEnd, PreparedLines into) {
        if (ordinary.lineNanos() < 0) {
            return false;
        }
        int to = bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        int message = message(bytes, from, to);
        Known found = message > 0 && isMemorable(bytes, message, to)
                ? known.find(bytes, message, to, Fingerprint.ofText(bytes, message, to))
                : null;
        if (found == null) {
            return false;
        }
        known.follow(found);
        into.add(from, lineEnd, message, ordinary.lineNanos(), caller, found);
        return true;
    }

    /** Whether a message may be kept in mind: its bytes alone must tell all. */
    private static boolean isMemorable(byte[] bytes, int from, int to) {
        return to - from >= OrdinaryRun.SHORTEST_MESSAGE
                && to - from <= KnownMessages.LONGEST
                && !Framing.mayHoldLayers(bytes, from);
    }

    private void prepareLine(PreparedLines into) {
        boolean plain = Framing.peelPrefix(record)
                && !(scanner.brackets() && GluedRecords.next(record.bytes, record.from, record.to) > 0)
                && CarriageReturns.next(record.bytes, record.from, record.to) < 0
                && !WrappedLine.breaksBehindItsFirstWord(record);
        BootEvent event = plain ? messages.read(record.bytes, record.from, record.to) : null;
        if (!plain || event instanceof MessageNotUnderstood) {
            into.addUnread(record.lineFrom, record.lineTo);
            return;
        }
        long fingerprint = Fingerprint.ofText(record.bytes, record.from, record.to);
        into.add(record, fingerprint, event);
        if (isMemorable(record.bytes, record.from, record.to)) {
            known.see(record.bytes, record.from, record.to, fingerprint, event);
        }
    }
}

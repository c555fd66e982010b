package io.bootledger.traces.format.ahead;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.format.bytes.CarriageReturns;
import io.bootledger.traces.format.bytes.Chunks;
import io.bootledger.traces.format.bytes.LineScanner;
import io.bootledger.traces.format.frame.Framing;
import io.bootledger.traces.format.frame.GluedRecords;
import io.bootledger.traces.format.frame.LogRecord;
import io.bootledger.traces.format.frame.WrappedLine;
import io.bootledger.traces.message.MessageTable;

/** Does what can be done with the lines of a chunk without knowing the lines before. Used by one thread at a time. */
public final class Preparer {
    private final LineScanner scanner = new LineScanner();
    private final PrintkLine line = new PrintkLine(scanner);
    private final OrdinaryRun ordinary = new OrdinaryRun(line);
    private final MessageTable messages = new MessageTable();
    private final LogRecord record = new LogRecord();

    void prepare(Chunks.Chunk chunk, PreparedLines into) {
        into.begin(chunk);
        int at = chunk.from();
        while (at < chunk.to()) {
            at = lines(chunk.bytes(), at, chunk.to(), into);
        }
    }

    /** Adds ordinary lines, and the one after them that is none; gives where the next one begins. */
    private int lines(byte[] bytes, int from, int to, PreparedLines into) {
        int other = ordinary.end(bytes, from, to);
        if (other > from) {
            into.add(from, other - 1, ordinary);
        }
        if (other == to || saysSomething(other, into)) {
            return Math.min(line.end() + 1, to);
        }
        int empty = scanner.empty(bytes, other, to);
        if (empty > other) {
            into.addUnread(other, empty - 1);
            return empty;
        }
        int end = line.end();
        if (end - other > CarriageReturns.LONGEST_RECORD && CarriageReturns.endLines(bytes, other, end)) {
            return other;
        }
        record.begin(bytes, other, Math.min(end, other + Chunks.LONGEST), 0);
        prepareLine(into);
        return end + 1;
    }

    /** Adds a plain line of which the message is understood; else false. */
    private boolean saysSomething(int from, PreparedLines into) {
        BootEvent event = line.isPlain() ? messages.read(into.bytes(), line.message(), line.textEnd()) : null;
        if (event == null || event instanceof MessageNotUnderstood) {
            return false;
        }
        into.add(from, line, event);
        return true;
    }

    private void prepareLine(PreparedLines into) {
        boolean alone = Framing.peelPrefix(record)
                && !(scanner.brackets() && GluedRecords.next(record.bytes, record.from, record.to) > 0)
                && CarriageReturns.next(record.bytes, record.from, record.to) < 0
                && !WrappedLine.breaksBehindItsFirstWord(record);
        BootEvent event = alone ? messages.read(record.bytes, record.from, record.to) : null;
        if (!alone || event instanceof MessageNotUnderstood) {
            into.addUnread(record.lineFrom, record.lineTo);
        } else {
            into.add(record, event);
        }
    }
}

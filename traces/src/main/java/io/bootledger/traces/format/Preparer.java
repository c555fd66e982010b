package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.message.MessageTable;

/** Does what can be done with the lines of a chunk without knowing the lines before. Used by one thread at a time. */
final class Preparer {
    private final LineScanner scanner = new LineScanner();
    private final OrdinaryRun ordinary = new OrdinaryRun(scanner);
    private final MessageTable messages = new MessageTable();
    private final LogRecord record = new LogRecord();

    void prepare(Chunks.Chunk chunk, PreparedLines into) {
        byte[] bytes = chunk.bytes();
        into.begin(bytes);
        int at = chunk.from();
        while (at < chunk.to()) {
            int other = ordinary.end(bytes, at, chunk.to());
            if (other > at) {
                into.add(at, other - 1, ordinary);
            }
            if (other < chunk.to()) {
                record.begin(bytes, other, Math.min(ordinary.lineEnd(), other + Chunks.LONGEST), 0);
                prepareLine(into);
            }
            at = ordinary.lineEnd() + 1;
        }
    }

    private void prepareLine(PreparedLines into) {
        boolean plain = Framing.peelPrefix(record)
                && !(scanner.brackets() && GluedRecords.next(record.bytes, record.from, record.to) > 0);
        BootEvent event = plain ? messages.read(record.bytes, record.from, record.to) : null;
        if (event != null && !(event instanceof MessageNotUnderstood)) {
            into.add(record, event);
        } else if (plain && event == null) {
            into.addOrdinary(record);
        } else {
            into.addUnread(record.lineFrom, record.lineTo);
        }
    }
}

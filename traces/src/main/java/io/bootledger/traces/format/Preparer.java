package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.message.MessageTable;

/** Does what can be done with the lines of a chunk without knowing the lines before. Used by one thread at a time. */
final class Preparer {
    private final LineScanner scanner = new LineScanner();
    private final MessageTable messages = new MessageTable();
    private final LogRecord record = new LogRecord();

    void prepare(Chunks.Chunk chunk, PreparedLines into) {
        byte[] bytes = chunk.bytes();
        into.begin(bytes);
        int at = chunk.from();
        while (at < chunk.to()) {
            int end = scanner.end(bytes, at);
            record.begin(bytes, at, Math.min(end, at + Chunks.LONGEST), 0);
            prepareLine(into);
            at = end + 1;
        }
    }

    private void prepareLine(PreparedLines into) {
        boolean plain = Framing.peelPrefix(record)
                && !(scanner.brackets() && GluedRecords.next(record.bytes, record.from, record.to) > 0);
        if (plain) {
            BootEvent event = messages.read(record.bytes, record.from, record.to);
            if (!(event instanceof MessageNotUnderstood)) {
                into.add(record, event);
                return;
            }
        }
        into.addRaw(record.lineFrom, record.lineTo);
    }
}

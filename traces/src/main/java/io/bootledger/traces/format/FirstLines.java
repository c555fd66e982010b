package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.format.bytes.Chunks;
import io.bootledger.traces.format.frame.FieldRecords;
import io.bootledger.traces.format.frame.Framing;
import io.bootledger.traces.format.frame.GluedRecords;
import io.bootledger.traces.format.frame.LearntFrames;
import io.bootledger.traces.format.frame.LogRecord;
import io.bootledger.traces.message.MessageTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first lines of a log that are not blank, to try out on them what frames the log has. */
final class FirstLines {
    private static final int MOST = 2_000;

    private final List<byte[]> lines = new ArrayList<>();
    private final MessageTable messages = new MessageTable();
    private final LogRecord record = new LogRecord();

    /** A lone CR ends a line, too. */
    static FirstLines of(byte[] bytes, int from, int to) {
        FirstLines first = new FirstLines();
        int at = from;
        while (at < to && first.lines.size() < MOST) {
            int end = at;
            while (end < to && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            if (Ascii.skipBlanks(bytes, at, end) < end && end - at <= Chunks.LONGEST) {
                first.lines.add(Arrays.copyOfRange(bytes, at, end));
            }
            at = end + 1;
        }
        return first;
    }

    int size() {
        return lines.size();
    }

    byte[] line(int line) {
        return lines.get(line);
    }

    /** A line freed of its frames, in a record that serves for the next line, too. */
    LogRecord peeled(int line, Framing framing) {
        byte[] bytes = lines.get(line);
        // Behind what is looked at, some bytes more: see LineScanner.
        record.begin(Arrays.copyOf(bytes, bytes.length + Long.BYTES * 2), 0, bytes.length, 0);
        record.nanosOfDay = -1;
        framing.peel(record);
        if (!record.framed && new FieldRecords(framing).take(record) != FieldRecords.Taken.RECORD) {
            behindTextBefore(framing);
        }
        return record;
    }

    /** Looks at the kernel's record in a line that begins with other text. */
    private void behindTextBefore(Framing framing) {
        int inner = GluedRecords.next(record.bytes, record.from, record.to);
        if (inner > 0) {
            record.restart(inner, record.to);
            framing.peel(record);
        }
    }

    /** How many lines state a fact about a boot, freed of these frames. */
    int facts(LearntFrames learnt) {
        Framing framing = new Framing(learnt);
        int facts = 0;
        for (int line = 0; line < lines.size(); line++) {
            facts += statesFact(peeled(line, framing)) ? 1 : 0;
        }
        return facts;
    }

    /** Whether any line does, freed of the listed frames: as a rule the very first. */
    boolean stateFacts() {
        Framing framing = new Framing(LearntFrames.NONE);
        for (int line = 0; line < lines.size(); line++) {
            if (statesFact(peeled(line, framing))) {
                return true;
            }
        }
        return false;
    }

    boolean statesFact(LogRecord peeled) {
        return !peeled.foreign && statesFact(peeled.bytes, peeled.from, peeled.to);
    }

    boolean statesFact(byte[] bytes, int from, int to) {
        if (MessageTable.isOrdinary(bytes, from, to)) {
            return false;
        }
        BootEvent event = messages.read(bytes, from, to);
        return event != null && UnprovenBoot.isProof(event);
    }
}

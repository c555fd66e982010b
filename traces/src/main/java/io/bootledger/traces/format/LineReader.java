package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.event.machine.UserspaceReported;
import io.bootledger.traces.format.ahead.Fingerprint;
import io.bootledger.traces.format.ahead.PreparedLines;
import io.bootledger.traces.format.bytes.CarriageReturns;
import io.bootledger.traces.format.bytes.LineScanner;
import io.bootledger.traces.format.frame.Cleaning;
import io.bootledger.traces.format.frame.DamagedStamp;
import io.bootledger.traces.format.frame.FieldRecords;
import io.bootledger.traces.format.frame.Framing;
import io.bootledger.traces.format.frame.GluedRecords;
import io.bootledger.traces.format.frame.JsonFields;
import io.bootledger.traces.format.frame.LearntFrames;
import io.bootledger.traces.format.frame.LogRecord;
import io.bootledger.traces.format.frame.WrappedLine;
import io.bootledger.traces.message.MessageTable;
import org.jspecify.annotations.Nullable;

/** Turns lines into records and reads what they say. */
final class LineReader {
    private final Framing framing;
    private final LineScanner scanner = new LineScanner();
    private final MessageTable messages = new MessageTable();
    private final LogRecord record = new LogRecord();
    /** For records that were freed of their frame before. */
    private final LogRecord peeled = LogRecord.ofPrintk();

    private final FieldRecords fields;
    private final BootStream boots;
    private @Nullable WrappedLine wrapped;
    private long number;
    /** Whether the line that was looked at last was empty. */
    private boolean empty;

    LineReader(BootStream boots, LearntFrames learnt) {
        this.boots = boots;
        this.framing = new Framing(learnt);
        this.fields = new FieldRecords(framing);
    }

    /** Takes the lines of a chunk. */
    void read(PreparedLines lines) {
        if (lines.skipped() > 0) {
            boots.lineCut(number, lines.skipped());
        }
        for (int row = 0; row < lines.rows(); row++) {
            if (framing.mayBeJournal() || !lines.isRead(row)) {
                readUnread(lines, row);
            } else if (wrapped == null && boots.passesOver(lines, row, number + 1)) {
                number += lines.ordinaryLines(row);
            } else if (lines.isRecord(row)) {
                readRecord(lines, row);
            } else {
                readOrdinary(lines, row);
            }
        }
    }

    private void readRecord(PreparedLines lines, int row) {
        lines.peeled(row, ++number, peeled);
        if (wrapped == null && !peeled.isForged() && boots.goesOn(peeled, lines.fingerprint(row), lines.event(row))) {
            return;
        }
        lines.message(row, number, record);
        take(ofKernel(lines.event(row)));
        endLine();
    }

    /** Reads a row as if nothing were known of it. */
    private void readUnread(PreparedLines lines, int row) {
        for (int at = lines.from(row); at <= lines.to(row); ) {
            at = empty ? passEmpty(lines, row, at) : at;
            if (at <= lines.to(row)) {
                at = beginLine(lines, row, at);
                empty = isEmpty();
                lines(record.to);
                endLine();
            }
        }
    }

    /** An empty line may end something; those that follow it do not, and there may be a billion of them. */
    private int passEmpty(PreparedLines lines, int row, int at) {
        int end = scanner.empty(lines.bytes(), at, lines.to(row) + 1);
        long before = number;
        number += scanner.emptyLines();
        if (wrapped == null) {
            boots.emptyLines(before + 1, number);
        } else {
            wrapped.hold(before + 1, number);
        }
        return end;
    }

    private boolean isEmpty() {
        int length = record.lineTo - record.lineFrom;
        return length == 0 || length == 1 && record.bytes[record.lineFrom] == '\r';
    }

    private void readOrdinary(PreparedLines lines, int row) {
        for (int at = lines.from(row); at <= lines.to(row); ) {
            at = beginLine(lines, row, at);
            Framing.peelPrefix(record);
            if (wrapped != null
                    || !boots.goesOn(record, Fingerprint.ofText(record.bytes, record.from, record.to), null)) {
                take((BootEvent) null);
                endLine();
            }
        }
    }

    /** Puts one line of a row into the record; gives where the next one begins. */
    private int beginLine(PreparedLines lines, int row, int at) {
        int end = Math.min(scanner.end(lines.bytes(), at), lines.to(row));
        record.begin(lines.bytes(), at, end, ++number);
        return end + 1;
    }

    /** One line may be several to whoever looked at it. */
    private void lines(int end) {
        int next;
        while ((next = CarriageReturns.inside(record.bytes, record.from, end)) > 0) {
            record.begin(record.bytes, record.from, next - 1, number);
            byte[] bytes = record.bytes;
            line();
            record.begin(bytes, next, end, number);
        }
        line();
    }

    private void line() {
        MovedDuration.putBack(record);
        framing.peel(record);
        if (record.framed) {
            separate();
        } else {
            unframed();
        }
    }

    /** Lines so far. */
    long lines() {
        return number;
    }

    /**
     * Ends the log.
     *
     * @param skipped bytes of its last line that were not read
     * @param inMidLine whether its last line has no end
     * @param lost what of the log is lost behind it; null where nothing is known to be
     */
    void end(long skipped, boolean inMidLine, @Nullable String lost) {
        if (skipped > 0) {
            boots.lineCut(number, skipped);
        }
        boolean cut = inMidLine && wrapped != null && wrapped.event() instanceof MessageNotUnderstood;
        if (fields.end(record)) {
            take();
            endLine();
        }
        record.lineNumber = 0;
        release();
        boots.end(number, lost == null && cut ? "the log ends in mid-line, it was cut off" : lost);
    }

    /** A line stays open while its message may go on in the next one. */
    private void endLine() {
        if (wrapped == null) {
            boots.lineEnds(record.lineNumber);
        } else {
            wrapped.hold(record.lineNumber, record.lineNumber);
        }
    }

    private void unframed() {
        switch (fields.take(record)) {
            case RECORD -> {
                take();
                while (fields.next(record)) {
                    release();
                    separate();
                }
            }
            case PART -> {}
            case TEXT -> {
                if (Cleaning.clean(record)) {
                    framing.peel(record);
                }
                separate();
            }
        }
    }

    /** One line may hold several records: user space wrote before the kernel, or two kernel lines lost the newline between. */
    private void separate() {
        byte[] line = record.bytes;
        int lineFrom = record.lineFrom;
        int lineTo = record.lineTo;
        int end = record.to;
        int recordEnd = end;
        int inner = GluedRecords.next(line, record.from, end);
        while (inner > 0) {
            record.to = Math.min(inner, recordEnd);
            Framing.trim(record);
            takeOne(recordEnd < end);
            release();
            recordEnd = GluedRecords.end(line, inner, end);
            record.begin(line, lineFrom, lineTo, record.lineNumber);
            record.restart(inner, recordEnd);
            framing.peel(record);
            inner = GluedRecords.next(line, record.from, end);
        }
        record.to = recordEnd;
        takeOne(recordEnd < end);
        if (recordEnd < end) {
            release();
        }
    }

    private void takeOne(boolean quoted) {
        if (quoted) {
            JsonFields.unescape(record);
        }
        take();
    }

    private void take() {
        if (record.from >= record.to && !record.framed) {
            return;
        }
        take(record.foreign ? null : event());
    }

    private void take(@Nullable BootEvent event) {
        if (wrapped != null && joins(wrapped, event)) {
            return;
        }
        wrapped = WrappedLine.of(messages, record, event);
        if (wrapped == null) {
            put(record, event);
        }
    }

    /** Whether this text belongs to the message before; either way that message is settled. */
    private boolean joins(WrappedLine before, @Nullable BootEvent event) {
        boolean joined = !record.framed && event == null && before.joins(record);
        if (!joined || !before.goesOn()) {
            release();
        }
        return joined;
    }

    private void release() {
        WrappedLine before = wrapped;
        if (before != null) {
            wrapped = null;
            put(before.record(), before.event());
            before.held().forEach(this::endHeld);
        }
    }

    private void endHeld(WrappedLine.HeldLine line) {
        if (line.joined()) {
            boots.lineJoins();
        }
        if (line.first() < line.last()) {
            boots.emptyLines(line.first(), line.last());
        } else if (line.first() != record.lineNumber) {
            boots.lineEnds(line.first());
        }
    }

    private void put(LogRecord settled, @Nullable BootEvent event) {
        if (settled.foreign) {
            return;
        } else if (settled.framed) {
            boots.record(settled, event);
        } else if (Boundary.isSaid(settled)) {
            boots.rebootSaid();
        } else {
            boots.text(settled, event);
        }
    }

    /** What a record says. */
    private @Nullable BootEvent event() {
        BootEvent event = messages.read(record.bytes, record.from, record.to);
        if (event == null && !record.framed && boots.isStamped()) {
            event = DamagedStamp.before(record, messages);
            record.framed = event != null;
        }
        if (event instanceof MessageNotUnderstood) {
            event = secondLook(event);
        }
        return ofKernel(event);
    }

    private @Nullable BootEvent ofKernel(@Nullable BootEvent event) {
        boolean forged = record.isForged()
                && event != null
                && !(event instanceof UserspaceReported || event instanceof StageReported);
        return forged ? new MessageLogged(LogText.copyOf(record.bytes, record.from, record.to)) : event;
    }

    private @Nullable BootEvent secondLook(BootEvent event) {
        if (!Cleaning.wanted(record.bytes, record.from, record.to)) {
            return event;
        }
        byte[] cleaned = new byte[record.to - record.from];
        int length = Cleaning.clean(record.bytes, record.from, record.to, cleaned);
        return messages.read(cleaned, 0, length);
    }
}

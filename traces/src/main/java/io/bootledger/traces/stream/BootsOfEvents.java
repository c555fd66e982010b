package io.bootledger.traces.stream;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.PartialReading;
import io.bootledger.traces.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Passes on the events of boots: puts in what a damaged line leaves open, and gives a boot that breaks off the end that it lacks. */
final class BootsOfEvents implements EventSink {
    /** As of a line of a log. */
    private static final int LONGEST_TEXT = 1 << 16;

    private final EventSink sink;
    private PartialReading reading = new PartialReading();
    private @Nullable String header;
    private @Nullable Long promised;
    private boolean begun;
    private boolean ended;
    private long damaged;
    /** Damaged lines that stand for no event. */
    private long inserted;

    private int boots;

    BootsOfEvents(EventSink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(RecordedEvent event) {
        if (event.event() instanceof BootRecorded end) {
            long shift = checkPromise(event.sequence()) ? 1 : 0;
            sink.accept(new RecordedEvent(
                    event.sequence() + shift,
                    event.time(),
                    event.caller(),
                    event.priority(),
                    withDamaged(end),
                    event.origin()));
            end();
        } else {
            pass(event);
        }
    }

    /** A line that should be an event and cannot be read. */
    void acceptDamaged(long sequence, String line, String why) {
        damaged++;
        String text = line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) : line;
        pass(about(sequence, new MessageNotUnderstood(LogText.of(text), why), 0));
    }

    /** A line that was damaged stood for no event, and was not counted as one before. */
    void lineInserted() {
        damaged--;
        inserted++;
        promised = promised == null ? null : Long.valueOf(promised + 1);
    }

    /** The header of a boot stands before what comes now; it may say how many events the boot has. */
    void begin(String line, @Nullable Long events) {
        breakOff("the events of this boot end without its last one");
        begun = true;
        ended = false;
        header = line;
        promised = events;
    }

    /** No more events of the boot that is open, if any, will come. */
    void breakOff(String why) {
        if (begun) {
            pass(about(reading.next(), new LogTruncated(why), reading.lastLine()));
            sink.accept(reading.end());
            end();
        }
    }

    /** Nothing more will come. A header alone is no boot. */
    void finish() {
        if (boots > 0 || reading.next() > 0) {
            breakOff("the events end before the end of the boot");
        }
    }

    private void pass(RecordedEvent event) {
        begun = true;
        reading.see(event);
        sink.accept(event);
    }

    private void end() {
        reading = new PartialReading();
        begun = false;
        ended = true;
        damaged = 0;
        inserted = 0;
        boots++;
    }

    private static RecordedEvent about(long sequence, BootEvent said, long line) {
        return new RecordedEvent(sequence, null, null, null, said, new Origin(line, null));
    }

    /** A header that counts other events than there are was changed, or the events were: then it is a damaged line as well. */
    private boolean checkPromise(long last) {
        if (header == null || promised == null || promised == last + 1) {
            return false;
        }
        acceptDamaged(last, header, "the header of the events counts " + promised + ", and there are " + (last + 1));
        return true;
    }

    /** The account of a boot some of whose lines are damaged: they were counted as what they were before. */
    private BootRecorded withDamaged(BootRecorded end) {
        if (damaged + inserted == 0) {
            return end;
        }
        long known = Math.min(damaged, end.recognised());
        long others = Math.min(damaged - known, end.irrelevant());
        return new BootRecorded(
                end.format(),
                end.firstLine(),
                end.lastLine(),
                end.lines() + damaged - known - others + inserted,
                end.recognised() - known,
                end.irrelevant() - others,
                end.malformed() + damaged + inserted);
    }

    /** Whether the boot has ended, and no header has come since. */
    boolean ended() {
        return ended;
    }

    int boots() {
        return boots;
    }
}

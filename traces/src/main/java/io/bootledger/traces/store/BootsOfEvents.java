package io.bootledger.traces.store;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.PartialReading;
import io.bootledger.traces.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Passes on the events of boots, and gives a boot whose events break off the end that it lacks. */
final class BootsOfEvents implements EventSink {
    private final EventSink sink;
    private @Nullable PartialReading open;
    private boolean ended;
    private int boots;

    BootsOfEvents(EventSink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(RecordedEvent event) {
        if (event.event() instanceof BootRecorded) {
            boots++;
            open = null;
            ended = true;
        } else {
            open = open == null ? new PartialReading() : open;
            open.see(event);
        }
        sink.accept(event);
    }

    /** A header stands before what comes now. */
    void begin() {
        breakOff("the events of this boot end without its last one");
        ended = false;
    }

    /** No more events of the boot that is open, if any, will come. */
    void breakOff(String why) {
        PartialReading reading = open;
        if (reading != null) {
            RecordedEvent cut = new RecordedEvent(
                    reading.next(), null, null, null, new LogTruncated(why), new Origin(reading.lastLine(), null));
            reading.see(cut);
            accept(cut);
            accept(reading.end());
        }
    }

    /** Whether the boot has ended, and no header has come since. */
    boolean ended() {
        return ended;
    }

    int boots() {
        return boots;
    }
}

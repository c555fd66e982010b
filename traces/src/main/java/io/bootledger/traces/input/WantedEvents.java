package io.bootledger.traces.input;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.format.ReadingOptions;

/** Leaves out of recorded events what reading their log with the same options would have left out. */
final class WantedEvents implements EventSink {
    private final ReadingOptions options;
    private final EventSink sink;
    private boolean initReached;
    private long sequence;

    private WantedEvents(ReadingOptions options, EventSink sink) {
        this.options = options;
        this.sink = sink;
    }

    static EventSink of(ReadingOptions options, EventSink sink) {
        return options.equals(ReadingOptions.EVERYTHING) ? sink : new WantedEvents(options, sink);
    }

    @Override
    public void accept(RecordedEvent event) {
        if (event.event() instanceof MessageLogged && initReached && !options.allMessages()) {
            return;
        }
        sink.accept(new RecordedEvent(
                sequence++,
                event.time(),
                event.caller(),
                event.priority(),
                event.event(),
                options.lineText() ? event.origin() : new Origin(event.origin().line(), null)));
        initReached |= event.event() instanceof InitProcessStarted
                || event.event() instanceof MemoryFreed freed && freed.kind().isFreedAfterInitcalls();
        if (event.event() instanceof BootRecorded) {
            initReached = false;
            sequence = 0;
        }
    }
}

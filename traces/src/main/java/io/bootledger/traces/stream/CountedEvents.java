package io.bootledger.traces.stream;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Passes on the events of a boot as long as they count: each stands behind the one before, and on a line. Forged ones may not. */
public final class CountedEvents implements EventSink {
    private final EventSink sink;
    private final long expected;
    private long last = -1;

    /** @param expected how many there are, those of types that are not known included */
    public CountedEvents(EventSink sink, long expected) {
        this.sink = sink;
        this.expected = expected;
    }

    @Override
    public void accept(RecordedEvent event) {
        if (event.sequence() <= last || event.sequence() >= expected) {
            throw new ForgedException(
                    "its events do not count: after " + last + " comes " + event.sequence() + " of " + expected);
        }
        if (event.origin().line() < 0) {
            throw new ForgedException("event " + event.sequence() + " stands on line "
                    + event.origin().line());
        }
        if (event.event() instanceof BootRecorded end && !end.addsUp()) {
            throw new ForgedException("its counts of lines do not add up");
        }
        last = event.sequence();
        sink.accept(event);
    }

    /** Goes through the reader to who has the sink wrapped. */
    public static final class ForgedException extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        private ForgedException(String how) {
            super(new IOException(how));
        }
    }
}

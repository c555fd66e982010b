package io.bootledger.traces.store;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.packed.PackedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A boot's events on their way out, packed, and the name and header that follow from them. The name is of their lines. */
final class HashedEvents implements EventSink, Closeable {
    private final PackedWriter packed;
    private final BootHeading heading;
    private boolean closed;

    HashedEvents(OutputStream out, BootOrigin origin) {
        this.packed = new PackedWriter(out);
        this.heading = new BootHeading(origin);
    }

    @Override
    public void accept(RecordedEvent event) {
        packed.accept(event);
        heading.accept(event);
    }

    /** Ends the lines; nothing can be added any more. */
    BootHeader finish() throws IOException {
        close();
        return heading.finish();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            packed.close();
        }
    }
}

package io.bootledger.traces.store;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.packed.PackedWriter;
import io.bootledger.traces.stream.EventWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A boot's events on their way out, packed, and the name and header that follow from them. The name is of their lines. */
final class HashedEvents implements EventSink, Closeable {
    private final MessageDigest digest = sha256();
    private final EventWriter lines;
    private final PackedWriter packed;
    private final HeaderFold header;
    private boolean closed;

    HashedEvents(OutputStream out, BootOrigin origin) {
        this.lines = new EventWriter(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        this.packed = new PackedWriter(out);
        this.header = new HeaderFold(origin);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void accept(RecordedEvent event) {
        lines.accept(event);
        packed.accept(event);
        header.accept(event);
    }

    /** Ends the lines; nothing can be added any more. */
    BootHeader finish() throws IOException {
        close();
        return header.header(BootId.of(digest));
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (packed) {
                lines.close();
            }
        }
    }
}

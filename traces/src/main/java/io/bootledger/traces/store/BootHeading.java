package io.bootledger.traces.store;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.stream.EventWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a store would say of a boot, learnt from its events as they come: its name too, so it wants every one of them. */
public final class BootHeading implements EventSink {
    private final MessageDigest digest = sha256();
    private final EventWriter lines = new EventWriter(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    private final HeaderFold header;

    public BootHeading(BootOrigin origin) {
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
        header.accept(event);
    }

    /** Ends the boot; nothing can be added any more. */
    public BootHeader finish() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written", e);
        }
        return header.header(BootId.of(digest));
    }
}

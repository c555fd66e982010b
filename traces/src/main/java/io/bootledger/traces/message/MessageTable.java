package io.bootledger.traces.message;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.MessageNotUnderstood;
import org.jspecify.annotations.Nullable;

/** What the kernel prints: reads a message, without its frame, into the event it states. */
public final class MessageTable {
    /**
     * Reads one message.
     *
     * @return the event; {@link MessageNotUnderstood} for text that looks like one of ours and cannot be read; null for an
     *     ordinary message
     */
    public @Nullable BootEvent read(byte[] bytes, int from, int to) {
        throw new UnsupportedOperationException();
    }
}

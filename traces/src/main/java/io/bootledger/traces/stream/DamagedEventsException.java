package io.bootledger.traces.stream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Events that Bootledger never wrote, or that were changed since. */
public final class DamagedEventsException extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedEventsException(long line, @Nullable String how, @Nullable Exception cause) {
        super("events line " + line + " is damaged: " + how, cause);
    }
}

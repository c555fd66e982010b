package io.bootledger.traces.stream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Events that Bootledger never wrote, or that were changed since. */
final class DamagedEventsException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedEventsException(long line, @Nullable String how, @Nullable Exception cause) {
        super("events line " + line + " is damaged: " + how, cause);
    }
}

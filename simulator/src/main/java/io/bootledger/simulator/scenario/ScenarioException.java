package io.bootledger.simulator.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scenario that cannot be used; the message says where, and what was expected. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable StrayName stray;

    ScenarioException(String message, Throwable cause) {
        this(message, cause, null);
    }

    ScenarioException(String message, Throwable cause, @Nullable StrayName stray) {
        super(message, cause);
        this.stray = stray;
    }

    ScenarioException(String message, StrayName stray) {
        super(message);
        this.stray = stray;
    }

    ScenarioException(String message) {
        super(message);
        this.stray = null;
    }

    /** A name that nothing has; null when it is something else. */
    public @Nullable String unknownName() {
        return stray == null ? null : stray.name();
    }

    /** The names that there are where it stands. */
    public List<String> knownNames() {
        return stray == null ? List.of() : stray.known();
    }
}

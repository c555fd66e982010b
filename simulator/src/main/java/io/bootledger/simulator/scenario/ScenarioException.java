package io.bootledger.simulator.scenario;

/** A scenario that cannot be used; the message says where, and what was expected. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioException(String message, Throwable cause) {
        super(message, cause);
    }

    ScenarioException(String message) {
        super(message);
    }
}

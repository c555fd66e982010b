package io.bootledger.simulator.machine;

/**
 * An ordinary message of the kernel.
 *
 * @param after time since the message before it, or since its init function was called
 * @param severity 0 emerg to 7 debug; 6, info, when null
 */
public record Says(Nanos after, Integer severity, String text) {
    public Says {
        if (text == null) {
            throw new IllegalArgumentException("a message needs a text");
        }
        after = after == null ? Nanos.ZERO : after;
        severity = severity == null ? 6 : severity;
        if (severity < 0 || severity > 7) {
            throw new IllegalArgumentException("severity is not 0 to 7: " + severity);
        }
    }

    /** The same message so much sooner. */
    public Says sooner(long nanos) {
        return new Says(new Nanos(Math.max(0, after.value() - nanos)), severity, text);
    }
}

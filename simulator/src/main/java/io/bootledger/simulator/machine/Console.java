package io.bootledger.simulator.machine;

import org.jspecify.annotations.Nullable;

/**
 * Where the kernel prints while it boots.
 *
 * @param name {@code ttyS0}
 * @param baud its speed; whoever prints waits for its line to be sent. 0 for no wait
 * @param loglevel only more severe messages are sent: 4 with {@code quiet}, 8 for everything
 * @param registeredBy the init function that registers it; null for the last console initcall
 * @param contended whether tasks on several processors are in each other's way there; else each has a console of its own
 */
public record Console(
        String name, int baud, int loglevel, @Nullable String registeredBy, boolean contended) {
    /** Start bit, eight bits, stop bit. */
    private static final long BITS_PER_BYTE = 10;

    public Console {
        name = name == null ? "ttyS0" : name;
        Fields.name("name", name);
        loglevel = loglevel == 0 ? 8 : loglevel;
        if (baud < 0) {
            throw new IllegalArgumentException("baud is negative: " + baud);
        }
    }

    /** Whether messages of a severity are sent. */
    public boolean shows(int severity) {
        return severity < loglevel;
    }

    /** How long sending takes. */
    public long nanos(long bytes) {
        return baud == 0 ? 0 : bytes * BITS_PER_BYTE * 1_000_000_000L / baud;
    }
}

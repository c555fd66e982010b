package io.bootledger.simulator.steps;

import org.jspecify.annotations.Nullable;

/**
 * One step of the init machinery, as a simulated kernel takes it.
 *
 * @param timeUs stamp as the log would show it, in microseconds
 * @param pid the task that takes it
 * @param depth how many functions it is inside of
 * @param function the kernel's function that is called, {@code insmod} for the program, {@code return}, or {@code hang}
 * @param of what it is called for: a symbol as {@code %pS} prints it, a level, a module, a program; null for nothing in particular
 * @param does what it does, or finds, in words
 * @param returned for {@code return}: the value; null for anything else
 */
public record Step(
        long timeUs,
        int pid,
        int depth,
        String function,
        @Nullable String of,
        String does,
        @Nullable Integer returned) {
    /** The function of a step that is a return. */
    public static final String RETURN = "return";

    /** The function of a step from which the task never comes back. */
    public static final String HANG = "hang";

    /** The function of a step that ends the boot. */
    public static final String PANIC = "panic";

    /** The function of a step that is the call of an init function. */
    public static final String CALL = "fn";
}

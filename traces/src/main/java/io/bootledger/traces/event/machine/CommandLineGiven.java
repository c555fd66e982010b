package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * The kernel command line: {@code Kernel command line: initcall_debug console=ttyS0}.
 *
 * @param commandLine the parameters; one piece of them where {@code continued}
 * @param kernel true for {@code Kernel command line:}, which is authoritative; false for the architecture's earlier
 *     {@code Command line:}
 * @param continued whether the parameters go on in the next event of this kind: 6.19 and later break a long command line into
 *     messages of about 1000 characters, and mark all but the last with a backslash, which is not part of {@code commandLine}.
 *     The pieces are joined with one blank
 */
public record CommandLineGiven(String commandLine, boolean kernel, boolean continued) implements BootEvent {
    public CommandLineGiven(String commandLine, boolean kernel) {
        this(commandLine, kernel, false);
    }
}

package io.bootledger.traces.event;

/**
 * The kernel command line: {@code Kernel command line: initcall_debug console=ttyS0}.
 *
 * @param commandLine the parameters; pieces that 6.19 and later wrap over several lines are joined
 * @param kernel true for {@code Kernel command line:}, which is authoritative; false for the architecture's earlier
 *     {@code Command line:}
 */
public record CommandLineGiven(String commandLine, boolean kernel) implements BootEvent {}

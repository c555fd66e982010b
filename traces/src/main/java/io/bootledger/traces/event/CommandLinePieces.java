package io.bootledger.traces.event;

import io.bootledger.traces.event.machine.CommandLineGiven;
import org.jspecify.annotations.Nullable;

/**
 * The command line that a boot obeys, put together from all that its log says of one: the kernel's own line outranks the
 * architecture's earlier one, which may lack what the boot configuration adds, and the pieces of a long one are joined.
 */
public final class CommandLinePieces {
    private @Nullable CommandLineGiven joined;

    public void add(CommandLineGiven given) {
        if (joined == null || given.kernel() && !joined.kernel()) {
            joined = given;
        } else if (given.kernel() && joined.continued()) {
            joined = new CommandLineGiven(joined.commandLine() + " " + given.commandLine(), true, given.continued());
        }
    }

    /** As far as it has come; null where the log holds none. */
    public @Nullable String commandLine() {
        return joined == null ? null : joined.commandLine();
    }
}

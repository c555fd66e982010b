package io.bootledger.traces.store;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.CommandLineGiven;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.KernelStarted;
import io.bootledger.traces.event.MachineIdentified;
import io.bootledger.traces.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Learns from a boot's events what its header says. */
final class HeaderFold implements EventSink {
    private final BootOrigin origin;
    private @Nullable String kernel;
    private @Nullable String machine;
    private @Nullable CommandLineGiven commandLine;
    private long events;

    HeaderFold(BootOrigin origin) {
        this.origin = origin;
    }

    @Override
    public void accept(RecordedEvent recorded) {
        events++;
        BootEvent event = recorded.event();
        if (event instanceof KernelStarted started && kernel == null) {
            kernel = started.release();
        } else if (event instanceof MachineIdentified identified && machine == null) {
            machine = identified.machine();
        } else if (event instanceof CommandLineGiven given && outranks(given)) {
            commandLine = given;
        }
    }

    /** The kernel's own line is what it obeys, not the architecture's earlier one. */
    private boolean outranks(CommandLineGiven given) {
        return commandLine == null || given.kernel() && !commandLine.kernel();
    }

    BootHeader header(BootId id) {
        return new BootHeader(
                id, origin, kernel, machine, commandLine == null ? null : commandLine.commandLine(), events);
    }
}

package io.bootledger.traces.store;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.CommandLinePieces;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.MachineIdentified;
import org.jspecify.annotations.Nullable;

/** Learns from a boot's events what its header says. */
final class HeaderFold implements EventSink {
    private final BootOrigin origin;
    private final CommandLinePieces commandLine = new CommandLinePieces();
    private @Nullable String kernel;
    private @Nullable String machine;
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
        } else if (event instanceof CommandLineGiven given) {
            commandLine.add(given);
        }
    }

    BootHeader header(BootId id) {
        return new BootHeader(id, origin, kernel, machine, commandLine.commandLine(), events);
    }
}

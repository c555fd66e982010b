package io.bootledger.analyzer.reading;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.CommandLinePieces;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.MachineIdentified;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Learns which kernel booted on what. */
public final class KernelProjection implements Projection<Kernel> {
    private static final Set<Class<? extends BootEvent>> USED =
            Set.of(KernelStarted.class, MachineIdentified.class, CommandLineGiven.class, ClocksourceSwitched.class);

    private final CommandLinePieces commandLine = new CommandLinePieces();
    private @Nullable String release;
    private @Nullable String machine;
    private @Nullable String clocksource;

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return USED;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        if (event instanceof KernelStarted kernel) {
            release = release == null ? kernel.release() : release;
        } else if (event instanceof MachineIdentified identified) {
            machine = machine == null ? identified.machine() : machine;
        } else if (event instanceof CommandLineGiven given) {
            commandLine.add(given);
        } else if (event instanceof ClocksourceSwitched switched) {
            clocksource = switched.clocksource();
        }
    }

    @Override
    public Kernel view() {
        return new Kernel(release, machine, commandLine.commandLine(), clocksource);
    }
}

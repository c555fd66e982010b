package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.Image;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.steps.Step;
import io.bootledger.traces.event.EventSink;
import java.util.function.Consumer;

/** A machine whose kernel is linked and can be booted, any number of times. */
public final class Simulation {
    private final Machine machine;
    private final Image image;
    private final MessageBytes messages;

    public Simulation(Machine machine) {
        this.machine = machine;
        this.image = Image.link(machine.kernel(), machine.initcalls());
        this.messages = new MessageBytes(machine.kernel().version());
    }

    public Machine machine() {
        return machine;
    }

    /** The linked kernel. */
    public Image image() {
        return image;
    }

    /**
     * Boots once.
     *
     * @param durations how long things take this time
     * @param log takes the records that can be read after the boot, in order; their sequence numbers are the kernel's
     * @return what happened, as far as that log can show it
     */
    public BootTruth boot(Durations durations, EventSink log) {
        return boot(durations, log, traced -> {}, Long.MAX_VALUE);
    }

    /**
     * Boots once, and says how.
     *
     * @param steps takes what the kernel does, step by step, as it happens
     */
    public BootTruth steps(Durations durations, Consumer<Step> steps) {
        return Boot.run(machine, image, durations, messages, record -> {}, traced -> {}, steps)
                .asLogged(machine.kernel().release(), 0, Long.MAX_VALUE);
    }

    /**
     * Boots once.
     *
     * @param trace takes the events of the tracepoints {@code initcall_level}, {@code initcall_start} and {@code initcall_finish}
     * @param end how many records the log holds before it is cut off
     */
    public BootTruth boot(Durations durations, EventSink log, EventSink trace, long end) {
        EventSink untilCut = line -> {
            if (line.sequence() < end) {
                log.accept(line);
            }
        };
        int kib = machine.kernel().logBufferKib();
        if (kib == 0) {
            return Boot.run(machine, image, durations, messages, untilCut, trace, null)
                    .asLogged(machine.kernel().release(), 0, end);
        }
        RingBuffer ring = new RingBuffer(kib, messages);
        TruthBook truth = Boot.run(machine, image, durations, messages, ring, trace, null);
        ring.read(untilCut);
        return truth.asLogged(machine.kernel().release(), ring.first(), end);
    }
}

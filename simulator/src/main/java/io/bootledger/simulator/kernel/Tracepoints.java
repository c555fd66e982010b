package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.Ktime;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;

/** {@code initcall_level}, {@code initcall_start} and {@code initcall_finish} ({@code include/trace/events/initcall.h}). */
final class Tracepoints {
    private final Ktime ktime;
    private final EventSink trace;
    private long traced;

    Tracepoints(Ktime ktime, EventSink trace) {
        this.ktime = ktime;
        this.trace = trace;
    }

    void trace(KernelThread thread, BootEvent event) {
        long stamp = ktime.stamp(thread.now());
        Caller caller = Caller.task(thread.pid());
        thread.act(() -> trace.accept(new RecordedEvent(
                traced++, BootTime.ofMicros(stamp / 1_000), caller, null, event, new Origin(0, null))));
    }
}

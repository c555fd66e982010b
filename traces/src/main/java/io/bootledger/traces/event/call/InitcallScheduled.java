package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.Sleep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the task that made an initcall, from {@code initcall_start: func=acpi_init+0x0/0x4bd} to {@code initcall_finish} in a
 * trace of the same boot ({@code include/trace/events/initcall.h, sched.h, workqueue.h}). Its time is that of the log: when the log
 * says that the call returned. {@code duration = ran + runnable + sleeps}, to the microsecond.
 *
 * @param pid the task
 * @param durationUs between the two events; printing the lines of {@code initcall_debug} is in it
 * @param ranUs how long the task had a CPU; null where the scheduler's events were not recorded
 * @param runnableUs how long another had it; null as well
 * @param sleeps how long it slept, the longest first
 */
public record InitcallScheduled(
        InitcallSymbol symbol,
        int pid,
        long durationUs,
        @Nullable Long ranUs,
        @Nullable Long runnableUs,
        List<Sleep> sleeps)
        implements BootEvent {
    public InitcallScheduled {
        sleeps = List.copyOf(sleeps);
    }

    /** Whether it can be: nothing is less than nothing, and the parts are no more than the whole. A clock that steps back makes others. */
    public boolean addsUp() {
        return Sleep.fit(durationUs, ranUs == null ? 0 : ranUs, runnableUs == null ? 0 : runnableUs, sleeps);
    }
}

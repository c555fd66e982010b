package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.Sleep;
import java.util.List;

/**
 * What became of the task that tried a driver on a device inside an initcall, from the beginning of the probe to its line, which a
 * trace of the same boot holds too ({@code include/trace/events/printk.h, sched.h, workqueue.h}). Its time is that of the log: when
 * the log says that the probe returned. {@code duration = ran + runnable + sleeps}, to the microsecond.
 *
 * @param pid the task
 * @param durationUs as the line says
 * @param ranUs how long the task had a CPU
 * @param runnableUs how long another had it
 * @param sleeps how long it slept, the longest first
 */
public record ProbeScheduled(String device, int pid, long durationUs, long ranUs, long runnableUs, List<Sleep> sleeps)
        implements BootEvent {
    public ProbeScheduled {
        sleeps = List.copyOf(sleeps);
    }

    /** Whether it can be: nothing is less than nothing, and the parts are the whole. */
    public boolean addsUp() {
        return Sleep.fit(durationUs, ranUs, runnableUs, sleeps)
                && ranUs + runnableUs + sleeps.stream().mapToLong(Sleep::us).sum() == durationUs;
    }
}

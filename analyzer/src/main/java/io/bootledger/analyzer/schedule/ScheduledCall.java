package io.bootledger.analyzer.schedule;

import io.bootledger.traces.event.Sleep;
import java.util.List;

/**
 * What became of the task that made an initcall or a probe, in microseconds; they add up to what the call takes in the trace.
 *
 * @param ranUs it had a CPU
 * @param runnableUs another task had it
 * @param sleeps the longest first
 */
public record ScheduledCall(long ranUs, long runnableUs, List<Sleep> sleeps) {
    public ScheduledCall {
        sleeps = List.copyOf(sleeps);
    }

    /** Whether the trace shows what its sleeps were for, of some at least. */
    public boolean isExplained() {
        return sleeps.isEmpty() || sleeps.stream().anyMatch(Sleep::explained);
    }

    /** How long it slept. */
    public long asleepUs() {
        return sleeps.stream().mapToLong(Sleep::us).sum();
    }
}

package io.bootledger.traces.event;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How long a task slept until one waker woke it, by its trace; sleeps that are alike in all but their length are one.
 *
 * @param us how long: from the switch to another task until it was woken
 * @param waker name of the task that woke it; null for an interrupt, and where the trace does not tell
 * @param work function of the work item in which the waker did so ({@code workqueue_execute_start}); null for none
 * @param interrupt whether it was woken out of an interrupt: by a timer or a device
 * @param stack functions that the sleeper was in, the innermost first, as far as the trace has them
 *     ({@code trace_trigger="sched_switch.stacktrace"}); empty without
 * @param busy who had more than half of that time, found from waker to waker: the function of a work item, or the name of a task;
 *     null when nobody had
 * @param busyUs how much of it that was; 0 for nobody
 */
public record Sleep(
        long us,
        @Nullable String waker,
        @Nullable String work,
        boolean interrupt,
        List<String> stack,
        @Nullable String busy,
        long busyUs) {
    public Sleep {
        stack = List.copyOf(stack);
    }

    /** Whether anything is known of it but its length. */
    public boolean explained() {
        return waker != null || work != null || interrupt || busy != null || !stack.isEmpty();
    }

    /** Whether a span can hold these parts: none of them is less than nothing, nor are they together more than the span. */
    public static boolean fit(long durationUs, long ranUs, long runnableUs, List<Sleep> sleeps) {
        long left = durationUs;
        long[] parts = LongStream.concat(
                        LongStream.of(ranUs, runnableUs), sleeps.stream().mapToLong(Sleep::us))
                .toArray();
        for (long part : parts) {
            if (part < 0 || part > left) {
                return false;
            }
            left -= part;
        }
        return left >= 0 && sleeps.stream().allMatch(sleep -> sleep.busyUs >= 0 && sleep.busyUs <= sleep.us);
    }
}

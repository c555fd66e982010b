package io.bootledger.analyzer.failures;

import io.bootledger.traces.event.machine.KernelOopsed;
import java.util.List;
import java.util.regex.Pattern;

/** What the kernel means by a line that it calls a bug or a fault. */
record StatedBug(String mark, String meaning) {
    private static final List<StatedBug> KNOWN = List.of(
            // kernel/workqueue.c: wq_watchdog_timer_fn(); kernel/watchdog.c: watchdog_timer_fn()
            new StatedBug("lockup", "the kernel says that something hangs"),
            // kernel/sched/core.c: __might_resched()
            new StatedBug("sleeping function called", "code slept where it must not, and the kernel went on"),
            // kernel/sched/core.c: __schedule_bug()
            new StatedBug("scheduling while atomic", "code gave up its CPU where it must not, and the kernel went on"));

    /** Of one that hangs the watchdogs tell again and again. */
    private static final Pattern SINCE = Pattern.compile("stuck for \\d+s");

    static String meaning(KernelOopsed oops) {
        return KNOWN.stream()
                .filter(bug -> oops.text().contains(bug.mark))
                .map(StatedBug::meaning)
                .findFirst()
                .orElse("the kernel faulted");
    }

    /** The same for each time that the same is told. */
    static String told(KernelOopsed oops) {
        return SINCE.matcher(oops.text()).replaceFirst("stuck");
    }

    /** Whether only the time differs from one that is told again. */
    static boolean mayRepeat(KernelOopsed oops) {
        return SINCE.matcher(oops.text()).find();
    }
}

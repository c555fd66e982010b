package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.WorkItem;
import java.util.HashMap;
import java.util.Map;

/** {@code kernel/workqueue.c}: work items, one after the other on one worker, and the wait for one. */
final class WorkQueues {
    private static final int PID = 30;

    private final RunningKernel kernel;
    private final KernelThread worker;
    private final Map<String, BackgroundWork.Job> queued = new HashMap<>();

    WorkQueues(RunningKernel kernel) {
        this.kernel = kernel;
        this.worker = KernelThread.beside(kernel.clock(), PID, "kworker/u8:2");
    }

    /** {@code queue_work}. */
    void queue(KernelThread thread, WorkItem item) {
        queued.put(
                item.name(),
                kernel.background()
                        .start(
                                thread,
                                () -> worker,
                                free -> free.pass(
                                        kernel.durations().nanos("work " + item.name(), item.takes(), null))));
    }

    /** {@code flush_work}; nothing for an item that nobody queued. */
    void flush(KernelThread thread, String item) {
        BackgroundWork.Job job = queued.get(item);
        if (job != null) {
            kernel.background().await(thread, job);
        }
    }
}

package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.Machine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work beside the boot thread. With several processors it begins at once, with one only when the boot thread sleeps: nothing takes the
 * processor from a thread that runs in the kernel (CONFIG_PREEMPT_NONE).
 */
final class BackgroundWork {
    private static final long WAKE_UP_NANOS = 20_000;

    private final boolean oneCpu;
    private final Deque<Job> queued = new ArrayDeque<>();
    private long freeSince;

    BackgroundWork(Machine machine) {
        this.oneCpu = machine.cpus() == 1;
    }

    /** A piece of work, and when it is done. */
    static final class Job {
        private final Supplier<KernelThread> worker;
        private final Consumer<KernelThread> work;
        private long due;

        private Job(Supplier<KernelThread> worker, Consumer<KernelThread> work) {
            this.worker = worker;
            this.work = work;
        }

        private void begin(long earliest) {
            KernelThread thread = worker.get();
            thread.waitUntil(earliest + WAKE_UP_NANOS);
            work.accept(thread);
            due = thread.now();
        }
    }

    /** @param worker is asked for the thread when the work begins */
    Job start(KernelThread from, Supplier<KernelThread> worker, Consumer<KernelThread> work) {
        Job job = new Job(worker, work);
        if (oneCpu && from.isBoot()) {
            queued.add(job);
        } else {
            job.begin(from.now());
        }
        return job;
    }

    /** The thread sleeps until a piece of work is done, which is the next to get the processor. */
    void await(KernelThread thread, Job job) {
        thread.waitUntil(doneAt(thread, job));
    }

    /** When a piece of work is done if the thread sleeps for it. */
    long doneAt(KernelThread thread, Job job) {
        if (queued.remove(job)) {
            begin(thread, job);
        }
        return job.due;
    }

    /** What waits for the processor gets it. */
    void beginAll(KernelThread thread) {
        while (!queued.isEmpty()) {
            begin(thread, queued.remove());
        }
    }

    private void begin(KernelThread thread, Job job) {
        job.begin(Math.max(freeSince, thread.now()));
        freeSince = job.due;
    }
}

package io.bootledger.simulator.kernel;

import io.bootledger.traces.event.AsyncCallFinished;
import io.bootledger.traces.event.AsyncCallStarted;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.ReportedDuration;
import java.util.function.Consumer;

/** {@code kernel/async.c}: functions that run beside the boot, and the wait for them. */
final class AsyncWork {
    private static final int FIRST_PID = 40;
    private static final long WAKE_UP_NANOS = 20_000;

    private final RunningKernel kernel;
    private final KernelThread[] workers;
    private long cookie;
    private long allDone;

    AsyncWork(RunningKernel kernel) {
        this.kernel = kernel;
        this.workers = new KernelThread[Math.max(2, kernel.machine().cpus())];
        for (int index = 0; index < workers.length; index++) {
            workers[index] = KernelThread.beside(kernel.clock(), FIRST_PID + index, "kworker/u" + index);
        }
    }

    /** {@code async_schedule}: the worker that is free first takes it. */
    void schedule(KernelThread from, String function, Consumer<KernelThread> work) {
        KernelThread worker = workers[0];
        for (KernelThread other : workers) {
            worker = other.now() < worker.now() ? other : worker;
        }
        worker.waitUntil(from.now() + WAKE_UP_NANOS);
        run(worker, new InitcallSymbol(function + "+0x0/0xd0", function, null, null, null), work);
        allDone = Math.max(allDone, worker.now());
    }

    private void run(KernelThread worker, InitcallSymbol symbol, Consumer<KernelThread> work) {
        long number = ++cookie;
        boolean logged = kernel.machine().kernel().asyncLines();
        if (logged) {
            kernel.printk().print(worker, Priority.DEBUG, new AsyncCallStarted(number, symbol, worker.pid()));
        }
        long begin = worker.now();
        work.accept(worker);
        if (logged) {
            ReportedDuration took = ReportedDuration.usecs((worker.now() - begin) / 1_000);
            kernel.printk().print(worker, Priority.DEBUG, new AsyncCallFinished(number, symbol, took));
        }
    }

    /** {@code async_synchronize_full}. */
    void waitForAll(KernelThread thread) {
        while (thread.now() < allDone) {
            thread.waitUntil(allDone);
        }
    }
}

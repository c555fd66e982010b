package io.bootledger.simulator.kernel;

import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.AsyncCallFinished;
import io.bootledger.traces.event.call.AsyncCallStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code kernel/async.c}: functions that run beside the boot, and the wait for them. */
final class AsyncWork {
    private static final int FIRST_PID = 40;

    private final RunningKernel kernel;
    private final KernelThread[] workers;
    private final List<BackgroundWork.Job> pending = new ArrayList<>();
    private long cookie;
    private long allDone;

    AsyncWork(RunningKernel kernel) {
        this.kernel = kernel;
        this.workers = new KernelThread[Math.max(2, kernel.machine().cpus())];
        for (int index = 0; index < workers.length; index++) {
            workers[index] = KernelThread.beside(kernel.clock(), FIRST_PID + index, "kworker/u" + index);
        }
    }

    /** {@code async_schedule}, in the domain that {@link #waitForAll} waits for. */
    void schedule(KernelThread from, String function, Consumer<KernelThread> work) {
        pending.add(scheduleExclusive(from, function, work));
    }

    /** The same in a domain of its own (ASYNC_DOMAIN_EXCLUSIVE), for which only those wait who know it. */
    BackgroundWork.Job scheduleExclusive(KernelThread from, String function, Consumer<KernelThread> work) {
        return kernel.background().start(from, this::firstFree, worker -> run(worker, function, work));
    }

    private KernelThread firstFree() {
        KernelThread worker = workers[0];
        for (KernelThread other : workers) {
            worker = other.now() < worker.now() ? other : worker;
        }
        return worker;
    }

    private void run(KernelThread worker, String function, Consumer<KernelThread> work) {
        InitcallSymbol symbol = new InitcallSymbol(function + "+0x0/0xd0", function, null, null, null);
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
        do {
            for (BackgroundWork.Job job : pending) {
                allDone = Math.max(allDone, kernel.background().doneAt(thread, job));
            }
            pending.clear();
            thread.waitUntil(allDone);
        } while (!pending.isEmpty());
    }
}

package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitWait;
import io.bootledger.simulator.machine.Says;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** An init function's own work, with the sleeps in it. */
final class Waiting {
    private final RunningKernel kernel;
    private final AsyncWork async;
    private final Rootfs rootfs;
    private final SelfTests tests;
    private final WorkQueues queues;

    Waiting(RunningKernel kernel, AsyncWork async, Rootfs rootfs, SelfTests tests, WorkQueues queues) {
        this.kernel = kernel;
        this.async = async;
        this.rootfs = rootfs;
        this.tests = tests;
        this.queues = queues;
    }

    /** Works, prints and sleeps in turn; whatever is asked for later than the work takes is asked for at its end. */
    void work(KernelThread thread, InitFunction function, long nanos) {
        Deque<Says> says = new ArrayDeque<>(function.says());
        long done = 0;
        for (InitWait wait : function.waits()) {
            long until = Math.max(done, Math.min(nanos, wait.after().value()));
            say(thread, says, until - done);
            done = until;
            sleep(thread, wait);
        }
        kernel.printk().say(thread, List.copyOf(says), nanos - done);
    }

    private void say(KernelThread thread, Deque<Says> says, long nanos) {
        long end = thread.now() + nanos;
        while (!says.isEmpty() && thread.now() + says.peek().after().value() <= end) {
            kernel.printk()
                    .say(thread, List.of(says.peek()), says.remove().after().value());
        }
        if (!says.isEmpty() && thread.now() < end) {
            Says next = says.remove();
            says.addFirst(next.sooner(end - thread.now()));
        }
        thread.waitUntil(end);
    }

    private static String one(InitWait wait) {
        return Objects.requireNonNull(wait.of(), "a wait for one of many names it");
    }

    private void sleep(KernelThread thread, InitWait wait) {
        switch (wait.what()) {
            case INITRAMFS -> rootfs.waitForInitramfs(thread);
            case ASYNC -> async.waitForAll(thread);
            case SELF_TEST -> tests.waitFor(thread, one(wait));
            case WORK -> queues.flush(thread, one(wait));
        }
    }
}

package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.WorkItem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code crypto/algapi.c}: each algorithm is tested by a thread of its own. Up to 5.15 whoever registers one waits for its test. Since
 * then tests are put off until {@code crypto_algapi_init}, which up to 6.1 waits for each and later only starts them; whoever uses
 * an algorithm waits for its test, and has it started if it was put off.
 */
final class SelfTests {
    private static final int FIRST_PID = 70;

    private final RunningKernel kernel;
    private final boolean skipped;
    private final Map<String, Test> tests = new LinkedHashMap<>();
    private boolean bootFinished;

    private static final class Test {
        private final WorkItem algorithm;
        private BackgroundWork.@Nullable Job job;

        private Test(WorkItem algorithm) {
            this.algorithm = algorithm;
        }
    }

    SelfTests(RunningKernel kernel) {
        this.kernel = kernel;
        KernelConfig config = kernel.machine().kernel();
        this.skipped = config.passes("cryptomgr.notests=1") && !config.passes("fips=1");
    }

    /** {@code crypto_register_alg}. */
    void register(KernelThread thread, WorkItem algorithm) {
        Test test = new Test(algorithm);
        if (skipped || tests.putIfAbsent(algorithm.name(), test) != null) {
            return;
        }
        if (!kernel.dialect().putsSelfTestsOff()) {
            kernel.background().await(thread, started(thread, test));
        } else if (bootFinished) {
            started(thread, test);
        }
    }

    /** {@code crypto_algapi_init}, and in it {@code crypto_start_tests}. */
    void startAll(KernelThread thread) {
        bootFinished = true;
        for (Test test : tests.values()) {
            BackgroundWork.Job job = started(thread, test);
            if (kernel.dialect().waitsForEachSelfTest()) {
                kernel.background().await(thread, job);
            }
        }
    }

    /** {@code crypto_larval_wait}; nothing for an algorithm that nobody registered. */
    void waitFor(KernelThread thread, String algorithm) {
        Test test = tests.get(algorithm);
        if (test != null) {
            kernel.background().await(thread, started(thread, test));
        }
    }

    private BackgroundWork.Job started(KernelThread thread, Test test) {
        if (test.job == null) {
            WorkItem algorithm = test.algorithm;
            int pid = FIRST_PID + tests.size();
            test.job = kernel.background()
                    .start(
                            thread,
                            () -> KernelThread.beside(kernel.clock(), pid, "cryptomgr_test"),
                            worker -> worker.pass(kernel.durations()
                                    .nanos("self-test of " + algorithm.name(), algorithm.takes(), null)));
        }
        return test.job;
    }
}

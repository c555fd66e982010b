package io.bootledger.simulator.kernel;

/** A simulated thread goes no further: it hangs, it was killed, or the kernel panicked. */
final class ThreadStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ThreadStopped(String why) {
        super(why, null, false, false);
    }
}

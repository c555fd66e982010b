package io.bootledger.simulator.kernel;

/** A simulated thread goes no further: it hangs, it was killed, or the kernel panicked. */
final class ThreadStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean hangs;

    ThreadStopped(String why) {
        this(why, false);
    }

    private ThreadStopped(String why, boolean hangs) {
        super(why, null, false, false);
        this.hangs = hangs;
    }

    /** It sleeps or spins for ever; whoever waits for it does, too. */
    static ThreadStopped hanging(String why) {
        return new ThreadStopped(why, true);
    }

    /** Whether it is still there. */
    boolean hangs() {
        return hangs;
    }
}

package io.bootledger.simulator.kernel;

/** A simulated thread goes no further: it hangs, it was killed, or the kernel panicked. */
final class ThreadStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean hangs;
    private final boolean panics;

    ThreadStopped(String why) {
        this(why, false, false);
    }

    private ThreadStopped(String why, boolean hangs, boolean panics) {
        super(why, null, false, false);
        this.hangs = hangs;
        this.panics = panics;
    }

    /** It sleeps or spins for ever; whoever waits for it does, too. */
    static ThreadStopped hanging(String why) {
        return new ThreadStopped(why, true, false);
    }

    /** All others stop with it. */
    static ThreadStopped panicking(String why) {
        return new ThreadStopped(why, false, true);
    }

    /** Whether it is still there. */
    boolean hangs() {
        return hangs;
    }

    /** Whether the whole machine stops. */
    boolean panics() {
        return panics;
    }
}

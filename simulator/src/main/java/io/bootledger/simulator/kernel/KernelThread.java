package io.bootledger.simulator.kernel;

/**
 * A task of the simulated kernel. The boot's main thread carries the machine's clock with it; any other is worked out at its
 * start, ahead of the clock, and what it does becomes visible when the clock gets there.
 */
final class KernelThread {
    private final VirtualClock clock;
    private final int pid;
    private final String name;
    private final boolean leads;
    private long now;
    private int depth;

    private KernelThread(VirtualClock clock, int pid, String name, boolean leads) {
        this.clock = clock;
        this.pid = pid;
        this.name = name;
        this.leads = leads;
        this.now = clock.now();
    }

    /** The thread whose time is the machine's time. */
    static KernelThread leading(VirtualClock clock, int pid, String name) {
        return new KernelThread(clock, pid, name, true);
    }

    /** A thread beside it. */
    static KernelThread beside(VirtualClock clock, int pid, String name) {
        return new KernelThread(clock, pid, name, false);
    }

    int pid() {
        return pid;
    }

    /** Whether it is the thread that boots the machine. */
    boolean isBoot() {
        return leads;
    }

    String name() {
        return name;
    }

    long now() {
        return now;
    }

    /** How many functions it is inside of, as far as they are told. */
    int depth() {
        return depth;
    }

    /** It is in one more. */
    void enter() {
        depth++;
    }

    /** It is in one less. */
    void leave() {
        depth--;
    }

    /** Works for so long. */
    void pass(long nanos) {
        waitUntil(Math.addExact(now, nanos));
    }

    /** Sleeps until then, if that is still to come. */
    void waitUntil(long then) {
        now = Math.max(now, then);
        if (leads) {
            clock.runUntil(now);
        }
    }

    /** Does something that the rest of the machine can see at this thread's time. */
    void act(Runnable action) {
        if (leads) {
            action.run();
        } else {
            clock.at(now, action);
        }
    }
}

package io.bootledger.reports.trace;

import java.util.Comparator;

/**
 * Whose time it is: one thread, or things of one sort whose threads the log does not name.
 *
 * @param group where it stands among the lanes
 * @param pid of the thread; 0 where there is none
 * @param oneThread whether what passed during something else passed inside it
 */
record Lane(int group, int pid, String name, boolean oneThread) implements Comparable<Lane> {
    static final Lane PHASES = new Lane(0, 0, "phases", false);
    static final Lane LEVELS = new Lane(1, 0, "levels", false);
    /** pid 0, and from {@code rest_init} on pid 1. */
    static final Lane BOOT_THREAD = new Lane(2, 0, "boot thread", true);

    static final Lane CRITICAL_PATH = new Lane(1, 1, "critical path", false);

    static final Lane MODULES = new Lane(4, 0, "modules, thread unknown", false);
    static final Lane ASYNC_CALLS = new Lane(5, 0, "async calls, thread unknown", false);
    static final Lane PROBES = new Lane(6, 0, "probes, thread unknown", false);

    private static final Comparator<Lane> ORDER =
            Comparator.comparingInt(Lane::group).thenComparingInt(Lane::pid);

    static Lane ofThread(int pid) {
        return pid <= 1 ? BOOT_THREAD : new Lane(3, pid, "pid " + pid, true);
    }

    @Override
    public int compareTo(Lane other) {
        return ORDER.compare(this, other);
    }
}

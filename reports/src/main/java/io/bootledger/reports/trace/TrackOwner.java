package io.bootledger.reports.trace;

import java.util.Comparator;

/**
 * Whose time it is: one thread, or things of one sort whose threads the log does not name.
 *
 * @param group where it stands among the lanes
 * @param pid of the thread; 0 where there is none
 * @param oneThread whether what passed during something else passed inside it
 */
record TrackOwner(int group, int pid, String name, boolean oneThread) implements Comparable<TrackOwner> {
    static final TrackOwner STAGES = new TrackOwner(0, 0, "power-on to login", false);
    static final TrackOwner PHASES = new TrackOwner(0, 0, "phases", false);
    static final TrackOwner LEVELS = new TrackOwner(1, 0, "levels", false);
    /** pid 0, and from {@code rest_init} on pid 1. */
    static final TrackOwner BOOT_THREAD = new TrackOwner(2, 0, "boot thread", true);

    static final TrackOwner CRITICAL_PATH = new TrackOwner(1, 1, "critical path", false);

    static final TrackOwner MODULES = new TrackOwner(4, 0, "modules, thread unknown", false);
    static final TrackOwner ASYNC_CALLS = new TrackOwner(5, 0, "async calls, thread unknown", false);
    static final TrackOwner PROBES = new TrackOwner(6, 0, "probes, thread unknown", false);

    private static final Comparator<TrackOwner> ORDER =
            Comparator.comparingInt(TrackOwner::group).thenComparingInt(TrackOwner::pid);

    static TrackOwner ofThread(int pid) {
        return pid <= 1 ? BOOT_THREAD : new TrackOwner(3, pid, "pid " + pid, true);
    }

    @Override
    public int compareTo(TrackOwner other) {
        return ORDER.compare(this, other);
    }
}

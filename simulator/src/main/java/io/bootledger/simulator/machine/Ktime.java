package io.bootledger.simulator.machine;

/**
 * The two clocks that a boot log shows. {@code local_clock()} stamps the records; {@code ktime_get()} measures the initcalls
 * and counts in whole ticks until a real clock source is selected (a fs_initcall: {@code kernel/time/clocksource.c},
 * {@code clocksource_done_booting}). Before the timer interrupt runs, neither moves on a machine without an early counter.
 */
public final class Ktime {
    private final long tickNanos;
    private final boolean earlyCounter;
    private final boolean jiffies;
    private long timerSince = Long.MAX_VALUE;
    private boolean switched;

    /**
     * @param earlyCounter whether stamps count from the first record on, as on arm64; else from the timer on, as on x86
     * @param jiffies whether the timer interrupt is the only clock, then stamps count in ticks, too
     */
    public Ktime(int hz, boolean earlyCounter, boolean jiffies) {
        this.tickNanos = 1_000_000_000L / hz;
        this.earlyCounter = earlyCounter;
        this.jiffies = jiffies;
    }

    /** The timer interrupt runs from here on. */
    public void timerStarts(long now) {
        timerSince = now;
    }

    /** Time is kept by a real clock source from here on. */
    public void switchClocksource() {
        switched = !jiffies;
    }

    /** What {@code local_clock()} says; by default {@code sched_clock()} counts jiffies ({@code kernel/sched/clock.c}). */
    public long stamp(long now) {
        if (jiffies) {
            return ktime(now);
        }
        return earlyCounter ? now : Math.max(0, now - Math.min(now, timerSince));
    }

    /**
     * The same on a processor whose clock is ahead: {@code sched_clock()} is per CPU, and nobody puts it right where it is held for
     * stable.
     */
    public long stamp(long now, Nanos ahead) {
        return jiffies ? ktime(now) : stamp(now) + ahead.value();
    }

    /** What {@code ktime_get()} says. */
    public long ktime(long now) {
        if (switched) {
            return now;
        }
        return now < timerSince ? 0 : now - now % tickNanos;
    }

    /** The next tick after a moment, when a sleeper wakes up. */
    public long nextTick(long now) {
        return Math.addExact(now - now % tickNanos, tickNanos);
    }
}

package io.bootledger.traces.event;

import java.util.Locale;

/**
 * A duration in the words of the kernel: the number and the unit that stand in the log. What they mean depends on the
 * kernel's version: up to 5.17 an initcall's {@code usecs} are ns&gt;&gt;10 and {@code msecs} are ns&gt;&gt;20
 * ({@code init/main.c}, {@code do_one_initcall}), so the number alone is not a time.
 */
public record ReportedDuration(long value, Unit unit) {
    /** The unit's word in the log. */
    public enum Unit {
        MSECS,
        USECS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Timer ticks at HZ=100, 250, 300, 1000. */
    private static final long[] TICK_NANOS = {10_000_000, 4_000_000, 3_333_333, 1_000_000};

    private static final long MICRO = 1_000;
    private static final long SHIFTED_MICRO = 1_024;

    /**
     * Whether it is what whole timer ticks are in microseconds. Until a real clock source is selected the kernel's time advances with
     * the timer interrupt only ({@code kernel/time/jiffies.c}), and a duration says no more than how many ticks fell into it: 4000,
     * 8000, 12000 at HZ=250.
     */
    public boolean wholeTicks() {
        return isWhole(MICRO);
    }

    /** The same in the older unit: 3906, 7812, 11718 at HZ=250. */
    public boolean wholeShiftedTicks() {
        return isWhole(SHIFTED_MICRO);
    }

    /** Whether it may be ticks, in either unit. */
    public boolean mayBeTicks() {
        return wholeTicks() || wholeShiftedTicks();
    }

    private boolean isWhole(long unitNanos) {
        if (unit == Unit.MSECS || value <= 0 || value > Integer.MAX_VALUE) {
            return false;
        }
        for (long tick : TICK_NANOS) {
            long count = (value * unitNanos + tick / 2) / tick;
            if (count > 0 && count * tick / unitNanos == value) {
                return true;
            }
        }
        return false;
    }

    public static ReportedDuration usecs(long value) {
        return new ReportedDuration(value, Unit.USECS);
    }

    public static ReportedDuration msecs(long value) {
        return new ReportedDuration(value, Unit.MSECS);
    }
}

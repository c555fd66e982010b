package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.ReportedDuration.Unit;

/**
 * Watches whether reported durations are whole ticks. Until a real clock source is selected the kernel's time advances with the
 * timer interrupt only ({@code kernel/time/jiffies.c}), and a duration says no more than how many ticks fell into it: 3906,
 * 7812, 11718 in the older unit at HZ=250, 4000, 8000, 12000 in microseconds.
 */
final class Ticks {
    /** HZ=100, 250, 300, 1000. */
    private static final long[] TICK_NANOS = {10_000_000, 4_000_000, 3_333_333, 1_000_000};

    private static final long MICRO = 1_000;
    private static final long SHIFTED_MICRO = 1_024;

    private long finer;
    private long shifted;
    private long micros;

    void see(ReportedDuration reported) {
        if (reported.value() <= 0 || reported.value() > Integer.MAX_VALUE || reported.unit() == Unit.MSECS) {
            return;
        }
        if (isWhole(reported.value(), MICRO)) {
            micros++;
        } else if (isWhole(reported.value(), SHIFTED_MICRO)) {
            shifted++;
        } else {
            finer++;
        }
    }

    private static boolean isWhole(long value, long unitNanos) {
        for (long tick : TICK_NANOS) {
            long count = (value * unitNanos + tick / 2) / tick;
            if (count > 0 && count * tick / unitNanos == value) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing finer than a tick was ever reported. */
    boolean only() {
        return finer == 0;
    }

    /** Whether the ticks are counted in ns&gt;&gt;10. */
    boolean inShiftedUnit() {
        return shifted > micros;
    }
}

package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.ReportedDuration.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel's numbers mean. {@code msecs} are always ns&gt;&gt;20. {@code usecs} of initcalls and async calls are
 * ns&gt;&gt;10 up to 5.17 and true microseconds from 5.18 on ({@code init/main.c}); those of probes are always true.
 *
 * @param shifted whether {@code usecs} are ns&gt;&gt;10
 * @param sharedStart whether all callers share one start time, as they do since 4.17: a call that another one began in is then
 *     measured from that other's beginning
 * @param probeBoundIsOne whether a probe that bound reports 1, and 0 hides the error; up to 5.11
 */
record TimeUnits(boolean shifted, boolean sharedStart, boolean probeBoundIsOne) {
    /** What a kernel that divides by shifting calls a millisecond, rounded up. */
    static final long MSEC_MICROS = 1_049;
    /** A longer boot than any, in milliseconds: 31 years. What is beyond is no duration, and must not overflow. */
    private static final long LONGEST = 1_000_000_000_000L;

    /**
     * The dialect of a kernel; of one that the log does not name, by what its own numbers look like.
     *
     * @param shiftedTicks whether durations were whole ticks in the older unit
     * @param probeReturnedOne whether a probe returned 1, which later kernels would only say for -EPERM
     */
    static TimeUnits of(@Nullable KernelVersion version, boolean shiftedTicks, boolean probeReturnedOne) {
        return version == null
                ? new TimeUnits(shiftedTicks, true, probeReturnedOne)
                : new TimeUnits(!version.atLeast(5, 18), version.atLeast(4, 17), !version.atLeast(5, 12));
    }

    /**
     * True microseconds, rounded to the nearest: the kernel cut the lower bits off, so the truth is this or up to one unit more.
     * Null without a number, and for one that cannot be a duration.
     */
    @Nullable
    Long micros(@Nullable ReportedDuration reported) {
        if (reported == null || !plausible(reported)) {
            return null;
        }
        if (reported.unit() == Unit.MSECS) {
            return (reported.value() * 1_048_576 + 500) / 1_000;
        }
        return shifted ? (reported.value() * 1_024 + 500) / 1_000 : reported.value();
    }

    /** The number in the microseconds that the kernel claims. */
    static @Nullable Long claimedMicros(@Nullable ReportedDuration reported) {
        if (reported == null || !plausible(reported)) {
            return null;
        }
        return reported.unit() == Unit.MSECS ? reported.value() * 1_000 : Long.valueOf(reported.value());
    }

    private static boolean plausible(ReportedDuration reported) {
        return reported.value() >= 0 && reported.value() <= LONGEST;
    }
}

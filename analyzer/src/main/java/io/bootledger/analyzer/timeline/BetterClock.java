package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.ReportedDuration.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Chooses between the two clocks of a boot. The reported duration does not hold the time that printing took, so it is the
 * better one, except where it lies: in ticks before the clock source is switched, and for a call that another one began in,
 * since all share one start time. Time stamps serve there if they are fine enough and do not step back. Whole milliseconds, up
 * to 2.6.27, are refined by stamps that agree with them. A trace of the same boot has a clock that ran from the start, and takes the
 * place of whatever is not the kernel's own good measurement.
 */
final class BetterClock {
    private final TimeUnits dialect;
    private final boolean fineStamps;
    private final boolean ticksThroughout;

    /**
     * @param fineStamps whether time stamps are finer than a second
     * @param ticksThroughout whether no clock source was ever switched and no reported value finer than a tick
     */
    BetterClock(TimeUnits dialect, boolean fineStamps, boolean ticksThroughout) {
        this.dialect = dialect;
        this.fineStamps = fineStamps;
        this.ticksThroughout = ticksThroughout;
    }

    Duration of(Call call) {
        Long reported = dialect.micros(call.reported);
        Long stamped = stamped(call);
        ClockReason reason = reason(call, reported, stamped);
        if (call.tracedUs != null && reason != ClockReason.WITHOUT_PRINTING) {
            return new Duration(call.tracedUs, ClockReason.TRACED);
        }
        return new Duration(reason.evidence() == DurationEvidence.TIMESTAMPS ? stamped : reported, reason);
    }

    private ClockReason reason(Call call, @Nullable Long reported, @Nullable Long stamped) {
        if (reported == null) {
            return stamped == null ? ClockReason.NEITHER : ClockReason.NOT_REPORTED;
        }
        if (stamped == null) {
            return ClockReason.STAMPS_UNUSABLE;
        }
        if (call.reported != null && call.reported.unit() == Unit.MSECS) {
            boolean agree = stamped >= reported && stamped < reported + TimeUnits.MSEC_MICROS;
            return agree ? ClockReason.FINER_STAMPS : ClockReason.STAMPS_DISAGREE;
        }
        boolean ticks = !call.afterSwitch && ticksThroughout;
        if (ticks || call.overtaken && dialect.sharedStart()) {
            return stoodStill(stamped, reported)
                    ? ClockReason.STAMPS_STOOD_STILL
                    : ticks ? ClockReason.IN_TICKS : ClockReason.SHARED_START;
        }
        return ClockReason.WITHOUT_PRINTING;
    }

    /** Very early the printk clock does not run either. */
    private static boolean stoodStill(long stamped, long reported) {
        return stamped == 0 && reported > 0;
    }

    private @Nullable Long stamped(Call call) {
        BootTime start = call.began == null ? null : call.began.time();
        BootTime end = call.returned == null ? null : call.returned.time();
        return fineStamps && start != null && end != null && end.micros() >= start.micros()
                ? Long.valueOf(end.micros() - start.micros())
                : null;
    }

    /** A duration, and why it comes from its clock. */
    record Duration(@Nullable Long micros, ClockReason reason) {}
}

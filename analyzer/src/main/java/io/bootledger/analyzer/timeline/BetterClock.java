package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.ReportedDuration.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Chooses between the two clocks of a boot. The reported duration does not hold the time that printing took, so it is the
 * better one, except where it lies: in ticks before the clock source is switched, and for a call that another one began in,
 * since all share one start time. Time stamps serve there if they are fine enough and do not step back. Whole milliseconds, up
 * to 2.6.27, are refined by stamps that agree with them.
 */
final class BetterClock {
    private final Dialect dialect;
    private final boolean fineStamps;
    private final boolean ticksThroughout;

    /**
     * @param fineStamps whether time stamps are finer than a second
     * @param ticksThroughout whether no clock source was ever switched and no reported value finer than a tick
     */
    BetterClock(Dialect dialect, boolean fineStamps, boolean ticksThroughout) {
        this.dialect = dialect;
        this.fineStamps = fineStamps;
        this.ticksThroughout = ticksThroughout;
    }

    Duration of(Call call) {
        Long reported = dialect.micros(call.reported);
        Long stamped = stamped(call);
        if (stamped != null && (reported == null || isBetter(stamped, reported, call))) {
            return new Duration(stamped, DurationEvidence.TIMESTAMPS);
        }
        return new Duration(reported, reported == null ? DurationEvidence.UNKNOWN : DurationEvidence.REPORTED);
    }

    private boolean isBetter(long stamped, long reported, Call call) {
        if (call.reported != null && call.reported.unit() == Unit.MSECS) {
            return stamped >= reported && stamped < reported + Dialect.MSEC_MICROS;
        }
        boolean lies = !call.afterSwitch && ticksThroughout || call.overtaken && dialect.sharedStart();
        return lies && !stoodStill(stamped, reported);
    }

    /** Very early the printk clock does not run either. */
    private static boolean stoodStill(long stamped, long reported) {
        return stamped == 0 && reported > 0;
    }

    private @Nullable Long stamped(Call call) {
        return fineStamps && call.startUs != null && call.endUs != null && call.endUs >= call.startUs
                ? Long.valueOf(call.endUs - call.startUs)
                : null;
    }

    /** A duration and the clock it comes from. */
    record Duration(@Nullable Long micros, DurationEvidence evidence) {}
}

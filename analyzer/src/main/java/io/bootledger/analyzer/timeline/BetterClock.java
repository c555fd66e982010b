package io.bootledger.analyzer.timeline;

import org.jspecify.annotations.Nullable;

/**
 * Chooses between the two clocks of a boot. The reported duration does not hold the time that printing took, so it is the
 * better one, except where it lies: in ticks before the clock source is switched, and for a call that another one began in,
 * since all share one start time. Time stamps serve there if they are fine enough and do not step back.
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
        if (reported == null || stamped != null && unreliable(call) && !stoodStill(stamped, reported)) {
            return stamped == null
                    ? new Duration(reported, reported == null ? DurationEvidence.UNKNOWN : DurationEvidence.REPORTED)
                    : new Duration(stamped, DurationEvidence.TIMESTAMPS);
        }
        return new Duration(reported, DurationEvidence.REPORTED);
    }

    private boolean unreliable(Call call) {
        return !call.afterSwitch && ticksThroughout || call.overtaken && dialect.sharedStart();
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

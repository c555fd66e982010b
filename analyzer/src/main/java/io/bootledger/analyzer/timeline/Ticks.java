package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.ReportedDuration.Unit;

/** Watches whether reported durations are whole timer ticks. */
final class Ticks {
    private long finer;
    private long shifted;
    private long micros;

    void see(ReportedDuration reported) {
        if (reported.value() <= 0 || reported.value() > Integer.MAX_VALUE || reported.unit() == Unit.MSECS) {
            return;
        }
        if (reported.wholeTicks()) {
            micros++;
        } else if (reported.wholeShiftedTicks()) {
            shifted++;
        } else {
            finer++;
        }
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

package io.bootledger.analyzer.reading;

import io.bootledger.traces.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Watches the time stamps go by. */
final class StampWatch {
    private static final long SECOND_US = 1_000_000;
    private static final long LEAP_US = 10_000;

    private long stamped;
    private long unstamped;
    private long stepsBack;
    private @Nullable Long firstUs;
    private @Nullable Long firstStepBackLine;
    private long largestStepBackUs;
    private long leaps;
    private long previousUs;
    private boolean fine;
    /** A clock that has not begun to run says 0, and so does no wall clock. */
    private boolean runs;

    void see(RecordedEvent recorded) {
        if (recorded.time() == null) {
            unstamped++;
            return;
        }
        long micros = recorded.time().micros();
        if (stamped++ == 0) {
            firstUs = micros;
        } else if (micros < previousUs) {
            stepBack(previousUs - micros, recorded.origin().line());
        }
        fine = fine || micros % SECOND_US != 0;
        runs = runs || micros != 0;
        previousUs = micros;
    }

    private void stepBack(long byUs, long line) {
        if (stepsBack++ == 0) {
            firstStepBackLine = line;
        }
        largestStepBackUs = Math.max(largestStepBackUs, byUs);
        leaps += byUs > LEAP_US ? 1 : 0;
    }

    StampSummary stamps() {
        return new StampSummary(
                stamped, unstamped, firstUs, stepsBack, firstStepBackLine, largestStepBackUs, leaps, runs && !fine);
    }
}

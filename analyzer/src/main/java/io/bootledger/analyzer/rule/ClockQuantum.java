package io.bootledger.analyzer.rule;

import java.util.Arrays;
import java.util.List;

/** The step of the clock that the durations were measured with: a kernel without a good clock source counts in ticks. */
public final class ClockQuantum {
    private static final long TICK_US = 1_000;
    private static final long[] STEPS_US = {10_000, 4_000, 1_000, 100, 10};

    private ClockQuantum() {}

    /** The largest step that divides every duration, in microseconds; 1 when none does. */
    public static long of(List<Long> durationsUs) {
        for (long step : STEPS_US) {
            if (!durationsUs.isEmpty() && durationsUs.stream().allMatch(us -> us % step == 0)) {
                return step;
            }
        }
        return 1;
    }

    /** The same for one initcall, where only whole ticks are no accident. */
    public static long ticks(double[] durationsUs) {
        for (long step : STEPS_US) {
            if (step >= TICK_US && Arrays.stream(durationsUs).allMatch(us -> us % step == 0)) {
                return step;
            }
        }
        return 1;
    }
}

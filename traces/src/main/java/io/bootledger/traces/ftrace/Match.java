package io.bootledger.traces.ftrace;

import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a log and a trace both hold, and whether they are of one boot. The kernel measures a call between the two events of
 * the trace ({@code init/main.c}, {@code trace_initcall_start_cb}), so no call can take less in the trace than the log reports of it;
 * of another boot of the same kernel one in fifteen does, and more.
 */
final class Match {
    /** Fewer calls than this can agree by chance. */
    private static final int LEAST_TOLD = 5;

    private static final int MOST_SHORT_PERCENT = 3;
    /** A shorter call takes about the same in every boot. */
    private static final long TELLING_US = 50;
    /** The two clocks tick in microseconds. */
    private static final long SLACK_US = 20;

    private static final long MILLI_MICROS = 1_000;

    private final List<Pair> pairs = new ArrayList<>();
    private int told;
    private int tooShort;

    /**
     * A call as the log tells it.
     *
     * @param returnedAt by the log's clock; null without stamps
     * @param measured whether one clock measured it: none does where the clock source is switched meanwhile
     */
    record LogCall(InitcallFinished returned, @Nullable BootTime returnedAt, boolean measured) {}

    /** A call of the log with that of the trace. */
    record Pair(LogCall logged, TracedCall traced) {
        long offsetUs() {
            BootTime time = logged.returnedAt();
            return time == null ? 0 : traced.endUs() - time.micros();
        }
    }

    /** @param returned the calls of the log, in the order in which they returned */
    static Match of(List<LogCall> returned, List<TracedCall> traced) {
        Map<String, Deque<TracedCall>> bySymbol = new HashMap<>();
        traced.forEach(call -> bySymbol.computeIfAbsent(call.symbol.printed(), symbol -> new ArrayDeque<>())
                .add(call));
        Match match = new Match();
        for (LogCall logged : returned) {
            Deque<TracedCall> same = bySymbol.get(logged.returned().symbol().printed());
            TracedCall call = same == null ? null : same.poll();
            if (call != null) {
                match.pairs.add(new Pair(logged, call));
                match.compare(logged.measured() ? logged.returned().reported() : null, call.durationUs());
            }
        }
        return match;
    }

    private void compare(@Nullable ReportedDuration reported, long tracedUs) {
        if (reported == null || reported.unit() != ReportedDuration.Unit.USECS) {
            return;
        }
        long us = reported.value();
        boolean inTicks = us % MILLI_MICROS == 0;
        if (us >= TELLING_US && !inTicks) {
            told++;
            tooShort += tracedUs < us - Math.max(SLACK_US, us / 100) ? 1 : 0;
        }
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** Calls whose durations can be held beside each other. */
    int told() {
        return told;
    }

    /** Those among them that take less in the trace than the log reports. */
    int tooShort() {
        return tooShort;
    }

    boolean tells() {
        return told >= LEAST_TOLD;
    }

    boolean isOneBoot() {
        return tells() && tooShort * 100L <= told * (long) MOST_SHORT_PERCENT;
    }
}

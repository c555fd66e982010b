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
 * of another boot of the same kernel one in fifteen does, and more. And both clocks tick microseconds: of the time between the returns
 * of two calls at least a third is the same in both, where they are of one boot; the rest has lines printed at its edges, or a step.
 */
final class Match {
    /** Fewer calls than this can agree by chance. */
    private static final int LEAST_TOLD = 5;

    private static final int MOST_SHORT_PERCENT = 3;
    /** A shorter call takes about the same in every boot. */
    private static final long TELLING_US = 50;
    /** The two clocks tick in microseconds. */
    private static final long SLACK_US = 20;

    /** Calls return so far apart that a line printed between the two stamps is less than {@link #PACE_PERCENT} of it, or it is not. */
    private static final long LEAST_APART_US = 500;

    private static final int PACE_PERCENT = 1;
    private static final int LEAST_PACED_PERCENT = 20;
    private static final long SECOND_MICROS = 1_000_000;

    private final List<Pair> pairs = new ArrayList<>();
    private boolean first;
    private int told;
    private int tooShort;
    private long apartUs;
    private long pacedUs;

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
            match.first |= call != null && logged == returned.get(0);
            if (call != null) {
                match.pairs.add(new Pair(logged, call));
                match.compare(logged.measured() ? logged.returned().reported() : null, call.durationUs());
            }
        }
        match.pace();
        return match;
    }

    private void pace() {
        boolean fine = pairs.stream()
                .map(pair -> pair.logged().returnedAt())
                .anyMatch(time -> time != null && time.micros() % SECOND_MICROS != 0);
        for (int i = 1; fine && i < pairs.size(); i++) {
            BootTime before = pairs.get(i - 1).logged().returnedAt();
            BootTime here = pairs.get(i).logged().returnedAt();
            long logged = before == null || here == null ? 0 : here.micros() - before.micros();
            if (logged >= LEAST_APART_US) {
                long traced = pairs.get(i).traced().endUs()
                        - pairs.get(i - 1).traced().endUs();
                apartUs += logged;
                pacedUs += Math.abs(traced - logged) * 100 <= logged * PACE_PERCENT ? logged : 0;
            }
        }
    }

    private void compare(@Nullable ReportedDuration reported, long tracedUs) {
        if (reported == null || reported.unit() != ReportedDuration.Unit.USECS) {
            return;
        }
        long us = reported.value();
        if (us >= TELLING_US && !reported.mayBeTicks()) {
            told++;
            tooShort += tracedUs < us - Math.max(SLACK_US, us / 100) ? 1 : 0;
        }
    }

    /** Whether the trace holds the first call that the log does: then it shows what was begun since. */
    boolean beginsWithTheLog() {
        return first;
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

    /** Whether the two clocks can be the kernel's; so too where whole seconds do not tell. */
    boolean hasOnePace() {
        return pacedUs * 100 >= apartUs * LEAST_PACED_PERCENT;
    }

    /** Whether hardly any call takes less than the kernel measured. */
    boolean areLongEnough() {
        return tooShort * 100L <= told * (long) MOST_SHORT_PERCENT;
    }

    boolean isOneBoot() {
        return tells() && hasOnePace() && areLongEnough();
    }
}

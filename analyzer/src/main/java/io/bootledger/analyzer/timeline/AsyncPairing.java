package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.AsyncCallFinished;
import io.bootledger.traces.event.call.AsyncCallStarted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins the two lines of each async call by its cookie. */
final class AsyncPairing {
    private record Run(
            long cookie,
            String function,
            @Nullable Integer pid,
            @Nullable Long startUs,
            @Nullable RecordedEvent end,
            long line) {}

    private final Map<Long, Run> byCookie = new LinkedHashMap<>();

    void start(AsyncCallStarted start, RecordedEvent recorded) {
        if (byCookie.size() < TimelineProjection.MOST) {
            byCookie.put(
                    start.cookie(),
                    new Run(
                            start.cookie(),
                            start.symbol().function(),
                            start.pid(),
                            Stamp.microsOf(recorded),
                            null,
                            recorded.origin().line()));
        }
    }

    void finish(AsyncCallFinished end, RecordedEvent recorded) {
        Run run = byCookie.get(end.cookie());
        if (run != null) {
            byCookie.put(end.cookie(), new Run(run.cookie, run.function, run.pid, run.startUs, recorded, run.line));
        } else if (byCookie.size() < TimelineProjection.MOST) {
            long line = recorded.origin().line();
            byCookie.put(end.cookie(), new Run(end.cookie(), end.symbol().function(), null, null, recorded, line));
        }
    }

    List<AsyncCall> calls(TimeUnits dialect) {
        return byCookie.values().stream().map(run -> call(run, dialect)).toList();
    }

    private static AsyncCall call(Run run, TimeUnits dialect) {
        Long endUs = run.end == null ? null : Stamp.microsOf(run.end);
        Long reported = run.end != null && run.end.event() instanceof AsyncCallFinished finished
                ? dialect.micros(finished.reported())
                : null;
        Long stamped = run.startUs == null || endUs == null || endUs < run.startUs ? null : endUs - run.startUs;
        return new AsyncCall(
                run.cookie, run.function, run.pid, run.startUs, endUs, reported == null ? stamped : reported, run.line);
    }
}

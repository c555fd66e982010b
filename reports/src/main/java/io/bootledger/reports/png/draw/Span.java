package io.bootledger.reports.png.draw;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Something that ran from then to then. */
public record Span(long startUs, long endUs, String name, int rgb, Outcome outcome) {
    public long durationUs() {
        return endUs - startUs;
    }

    public boolean alarm() {
        return outcome == Outcome.FAILED || outcome == Outcome.UNFINISHED;
    }

    /** By the time stamps; what never returned lasts to the end. Calls without a stamp are left out. */
    public static List<Span> stamped(List<Initcall> calls, Colours colours, long endUs) {
        List<Span> spans = new ArrayList<>();
        for (Initcall call : calls) {
            Long start = call.startUs();
            if (start != null) {
                spans.add(of(call, start, end(call, start, endUs), colours));
            }
        }
        return spans;
    }

    /** Back to back in call order, for a log without time stamps. */
    public static List<Span> backToBack(List<Initcall> calls, Colours colours) {
        List<Span> spans = new ArrayList<>();
        long at = 0;
        for (Initcall call : calls) {
            Long duration = call.durationUs();
            if (duration != null || call.outcome() == Outcome.UNFINISHED) {
                long end = at + (duration == null ? 0 : duration);
                spans.add(of(call, at, end, colours));
                at = end;
            }
        }
        return spans;
    }

    private static long end(Initcall call, long startUs, long endUs) {
        Long duration = call.durationUs();
        if (duration != null) {
            return startUs + duration;
        }
        return call.outcome() == Outcome.UNFINISHED ? Math.max(startUs, endUs) : startUs;
    }

    private static Span of(Initcall call, long startUs, long endUs, Colours colours) {
        return new Span(
                startUs,
                endUs,
                call.function(),
                colours.of(call),
                colours.outcomes().of(call));
    }
}

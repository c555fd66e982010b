package io.bootledger.analyzer.schedule;

import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.reading.Diagnostic.Severity;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import java.util.List;
import java.util.stream.IntStream;

/** Says what a trace beside the log does not tell. */
public final class TraceDiagnostics {
    public static List<Diagnostic> of(Schedule schedule, Timeline timeline) {
        if (schedule.joined() == null) {
            return List.of();
        }
        List<Initcall> calls = timeline.initcalls();
        int[] told = IntStream.range(0, calls.size())
                .filter(i -> schedule.of(calls.get(i)) != null)
                .toArray();
        if (told.length == 0) {
            return List.of(lacks(
                    "the trace beside the log has no scheduler events of the initcalls, so nothing is known of their"
                            + " sleeps: record sched:sched_switch and sched:sched_waking"));
        }
        long missing = told[told.length - 1] - told[0] + 1L - told.length;
        return missing == 0
                ? List.of()
                : List.of(lacks("of " + missing + " of the " + (told.length + missing)
                        + " initcalls in its time the trace beside the log does not tell what their tasks did, since events were"
                        + " lost: a larger trace_buf_size keeps more"));
    }

    private static Diagnostic lacks(String text) {
        return new Diagnostic(Severity.WARNING, "trace-not-whole", null, text);
    }

    private TraceDiagnostics() {}
}

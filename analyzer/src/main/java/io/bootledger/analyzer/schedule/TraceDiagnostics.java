package io.bootledger.analyzer.schedule;

import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.reading.Diagnostic.Severity;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        List<Diagnostic> lacks = new ArrayList<>();
        long unexplained = IntStream.of(told)
                .filter(i -> !Objects.requireNonNull(schedule.of(calls.get(i))).isExplained())
                .count();
        if (unexplained > 0) {
            lacks.add(lacks("what the sleeps of " + unexplained
                    + " initcalls were for the trace beside the log does not show, so that"
                    + " the rules for logs tell it: it needs workqueue:workqueue_execute_start, workqueue:workqueue_execute_end and"
                    + " printk:console, from the first initcall on"));
        }
        long missing = calls.stream()
                .filter(call -> call.onBootThread() && call.durationUs() != null && schedule.of(call) == null)
                .count();
        if (missing > 0) {
            lacks.add(lacks("of " + missing + " of the " + (told.length + missing)
                    + " initcalls of the boot thread the trace beside the log does not tell what the thread did: events are"
                    + " missing, or it does not hold them all; a larger trace_buf_size keeps more"));
        }
        return lacks;
    }

    private static Diagnostic lacks(String text) {
        return new Diagnostic(Severity.WARNING, "trace-not-whole", null, text);
    }

    private TraceDiagnostics() {}
}

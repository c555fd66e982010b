package io.bootledger.traces.ftrace;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.ClocksourceSwitched;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.InitcallFinished;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.TraceJoined;
import io.bootledger.traces.ftrace.Match.LogCall;
import io.bootledger.traces.ftrace.Match.Pair;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passes the events of a log on, and puts what a trace of the same boot tells behind them, before the boot's last event. Which boot of
 * the log it is, the calls tell; the two clocks need not agree.
 */
public final class TraceJoin implements EventSink {
    private final TracedBoot trace;
    private final EventSink sink;
    private final boolean itself;
    private final List<LogCall> returned = new ArrayList<>();
    private boolean clockSwitched;
    private boolean joined;
    private String refusal = "the log holds no boot";

    /** With a log that may be of the same boot. */
    public TraceJoin(TracedBoot trace, EventSink sink) {
        this(trace, sink, false);
    }

    private TraceJoin(TracedBoot trace, EventSink sink, boolean itself) {
        this.trace = trace;
        this.sink = sink;
        this.itself = itself;
    }

    /** With what a log reader sees in the same file. */
    public static TraceJoin ofItself(TracedBoot trace, EventSink sink) {
        return new TraceJoin(trace, sink, true);
    }

    @Override
    public void accept(RecordedEvent recorded) {
        clockSwitched |= recorded.event() instanceof ClocksourceSwitched;
        if (recorded.event() instanceof InitcallFinished finished && returned.size() < Scheduling.MOST_CALLS) {
            returned.add(new LogCall(finished, recorded.time(), !clockSwitched));
            clockSwitched = false;
        }
        if (recorded.event() instanceof BootRecorded) {
            end(recorded);
        } else {
            sink.accept(recorded);
        }
    }

    private void end(RecordedEvent end) {
        Match match = Match.of(returned, trace.calls());
        long sequence = end.sequence();
        if (!joined && (itself ? trace.hasSchedulerEvents() : match.isOneBoot())) {
            joined = true;
            sink.accept(told(sequence++, null, null, joining(match)));
            for (Pair pair : match.pairs()) {
                BootEvent event = pair.traced().event(trace.hasSchedulerEvents());
                sink.accept(told(sequence++, pair.logged().returnedAt(), Caller.task(pair.traced().pid), event));
            }
        } else {
            refusal = refusal(match);
        }
        sink.accept(new RecordedEvent(sequence, end.time(), end.caller(), end.priority(), end.event(), end.origin()));
        returned.clear();
    }

    private TraceJoined joining(Match match) {
        long[] offsets = match.pairs().stream().mapToLong(Pair::offsetUs).toArray();
        int tenth = offsets.length / 10;
        return new TraceJoined(
                trace.name(),
                offsets.length,
                offsets[offsets.length / 2],
                offsets[offsets.length - 1 - tenth] - offsets[tenth]);
    }

    private static RecordedEvent told(
            long sequence, @Nullable BootTime time, @Nullable Caller caller, BootEvent event) {
        return new RecordedEvent(sequence, time, caller, null, event, new Origin(0, null));
    }

    private String refusal(Match match) {
        if (trace.calls().isEmpty()) {
            return "it holds no initcall: record trace_event=initcall:*";
        }
        if (!match.tells()) {
            return "only " + match.told() + " initcalls can be held beside those of the log";
        }
        return match.tooShort() + " of " + match.told()
                + " initcalls take less in it than the kernel measured in the log";
    }

    /** Whether it belongs to a boot of the log. */
    public boolean isJoined() {
        return joined;
    }

    /** Why it belongs to none, for people. */
    public String refusal() {
        return refusal;
    }
}

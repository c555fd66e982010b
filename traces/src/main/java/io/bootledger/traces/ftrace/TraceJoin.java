package io.bootledger.traces.ftrace;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.TraceJoined;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.ProbeFinished;
import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.ftrace.Match.LogCall;
import io.bootledger.traces.ftrace.Match.Pair;
import io.bootledger.traces.functiongraph.GraphReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passes the events of a log on, and puts what a trace of the same boot tells behind them, before the boot's last event. Which boot of
 * the log it is, the calls tell; the two clocks need not agree.
 */
public final class TraceJoin implements EventSink {
    private static final String UNTIMED = "it is a function graph without durations: record it with funcgraph-duration";

    private final TracedBoot trace;
    private final EventSink sink;
    private final boolean itself;
    private final List<LogCall> returned = new ArrayList<>();
    /** When each line of a probe was printed, by the log's clock: the trace holds the same lines. */
    private final Map<ProbeFinished, Deque<BootTime>> probesReturned = new HashMap<>();

    private boolean clockSwitched;
    private long sequence;
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
        if (recorded.event() instanceof ProbeFinished probe
                && recorded.time() != null
                && probesReturned.size() < Scheduling.MOST_CALLS) {
            probesReturned.computeIfAbsent(probe, line -> new ArrayDeque<>()).add(recorded.time());
        }
        if (recorded.event() instanceof BootRecorded) {
            end(recorded);
        } else {
            sink.accept(recorded);
        }
    }

    private void end(RecordedEvent end) {
        sequence = end.sequence();
        GraphReader graph = trace.graph();
        if (graph == null) {
            joinEvents(Match.of(returned, trace.calls()));
        } else {
            joinGraph(graph);
        }
        sink.accept(new RecordedEvent(sequence, end.time(), end.caller(), end.priority(), end.event(), end.origin()));
        returned.clear();
        probesReturned.clear();
    }

    private void joinEvents(Match match) {
        if (joined || !(itself ? trace.hasSchedulerEvents() : match.isOneBoot())) {
            refusal = refusal(match);
            return;
        }
        joined = true;
        tell(null, null, joining(match));
        boolean explained = trace.explainsSleeps() && (itself || match.beginsWithTheLog());
        for (Pair pair : match.pairs()) {
            BootEvent event = pair.traced().event(trace.hasSchedulerEvents(), explained, trace.lacksWakings());
            tell(pair.logged().returnedAt(), Caller.task(pair.traced().pid), event);
        }
        for (TracedProbe probe : trace.hasSchedulerEvents() && explained ? trace.probes() : List.<TracedProbe>of()) {
            Deque<BootTime> same = probesReturned.get(probe.line());
            BootTime time = same == null ? null : same.poll();
            if (time != null) {
                tell(time, Caller.task(probe.pid()), probe.event());
            }
        }
    }

    private void joinGraph(GraphReader graph) {
        GraphJoin join = GraphJoin.of(graph.stacks(), returned);
        if (joined || !graph.isTimed() || !(itself || join.isOneBoot())) {
            refusal = graph.isTimed() ? join.refusal() : UNTIMED;
            return;
        }
        joined = true;
        tell(null, null, graph.joined(trace.name(), join.initcalls(), join.agreeing()));
        join.events().forEach(stack -> tell(null, null, stack));
    }

    /**
     * Ends a function graph that was given alone, and in which no log reader saw a boot: it is all that is known of one.
     *
     * @return whether it tells anything
     */
    public boolean endAlone() {
        GraphReader graph = trace.graph();
        if (!itself || graph == null || graph.isEmpty()) {
            return false;
        }
        end(new RecordedEvent(0, null, null, null, graph.recorded(), new Origin(0, null)));
        return joined;
    }

    private void tell(@Nullable BootTime time, @Nullable Caller caller, BootEvent event) {
        sink.accept(new RecordedEvent(sequence++, time, caller, null, event, new Origin(0, null)));
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

    private String refusal(Match match) {
        if (trace.calls().isEmpty()) {
            return "it holds no initcall: record trace_event=initcall:*";
        }
        if (!match.tells()) {
            return "only " + match.told() + " initcalls can be held beside those of the log";
        }
        return match.hasOnePace() || !match.areLongEnough()
                ? match.tooShort() + " of " + match.told()
                        + " initcalls take less in it than the kernel measured in the log"
                : "its clock and the log's do not go at one pace";
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

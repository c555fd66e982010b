package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.InitcallScheduled;
import io.bootledger.traces.event.call.InitcallStarted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joins the lines of each initcall into one call, in call order. */
final class InitcallPairing {
    /** How far back the line that complains about an initcall looks for it. */
    private static final int COMPLAINT_REACH = 64;

    final List<Call> calls = new ArrayList<>();
    private final OpenCalls open = new OpenCalls();
    private final Map<String, Call> lastByAddress = new HashMap<>();
    /** Of a boot with a trace; made when the trace comes, behind the whole log. */
    private final Map<String, Call> returnedAt = new HashMap<>();

    private long begun;

    void start(InitcallStarted start, RecordedEvent recorded, @Nullable InitcallLevel level, boolean afterSwitch) {
        begun++;
        if (calls.size() < TimelineProjection.MOST) {
            Call call = Call.started(start, recorded, level, afterSwitch, begun);
            open.open(call);
            calls.add(call);
        }
    }

    void finish(InitcallFinished end, RecordedEvent recorded, @Nullable InitcallLevel level, boolean afterSwitch) {
        if (end.returnValue() == null && joinedRanFor(end)) {
            return;
        }
        Call call = close(end, recorded, level, afterSwitch);
        if (call != null && end.reported() == null && end.symbol().address() != null) {
            lastByAddress.put(end.symbol().address(), call);
        }
    }

    /** The call that returned; null when there are too many. */
    private @Nullable Call close(
            InitcallFinished end, RecordedEvent recorded, @Nullable InitcallLevel level, boolean afterSwitch) {
        Call call = open.close(end.symbol(), Stamp.taskOf(recorded));
        if (call == null) {
            if (calls.size() >= TimelineProjection.MOST) {
                return null;
            }
            call = Call.returned(end, recorded, level, afterSwitch);
            calls.add(call);
        }
        call.finish(end, recorded, begun);
        return call;
    }

    /** Notes what a trace of the same boot tells of a call: of that symbol, which returned at that moment. */
    void trace(InitcallScheduled scheduled, RecordedEvent recorded) {
        if (returnedAt.isEmpty()) {
            calls.stream()
                    .filter(call -> call.returned != null)
                    .forEach(call -> returnedAt.putIfAbsent(moment(call.symbol, call.returned), call));
        }
        Call call = returnedAt.get(moment(scheduled.symbol(), recorded));
        if (call != null) {
            call.tracedUs = scheduled.durationUs();
        }
    }

    private static String moment(InitcallSymbol symbol, RecordedEvent recorded) {
        return symbol.printed() + " " + Stamp.microsOf(recorded);
    }

    /** 2.6.22 to 2.6.25 say {@code returned 0.} in one line and {@code ran for 3 msecs} in the next. */
    private boolean joinedRanFor(InitcallFinished ranFor) {
        Call call = lastByAddress.remove(OpenCalls.key(ranFor.symbol()));
        if (call == null) {
            return false;
        }
        call.reported = ranFor.reported();
        return true;
    }

    /** The complaint follows the line that says the initcall returned; where that is lost, it says so itself. */
    void complain(
            InitcallMisbehaved complaint, RecordedEvent recorded, @Nullable InitcallLevel level, boolean afterSwitch) {
        int oldest = Math.max(0, calls.size() - COMPLAINT_REACH);
        for (int i = calls.size() - 1; i >= oldest; i--) {
            Call call = calls.get(i);
            if (same(call.symbol, complaint.symbol())) {
                if (call.returned == null) {
                    break;
                }
                call.misbehaved = complaint.complaint();
                return;
            }
        }
        Call call = close(new InitcallFinished(complaint.symbol(), null, null), recorded, level, afterSwitch);
        if (call != null) {
            call.misbehaved = complaint.complaint();
        }
    }

    private static boolean same(InitcallSymbol one, InitcallSymbol other) {
        return OpenCalls.key(one).equals(OpenCalls.key(other)) && Objects.equals(one.module(), other.module());
    }
}

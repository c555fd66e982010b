package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.InitcallStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the events that one initcall was paired from. */
final class CallLines {
    private final Initcall call;
    private final List<RecordedEvent> own = new ArrayList<>();
    private boolean complained;
    private boolean ranFor;

    private CallLines(Initcall call) {
        this.call = call;
        this.complained = call.misbehaved() == null;
        this.ranFor = call.symbol().address() == null;
    }

    static CallLines of(Initcall call, List<RecordedEvent> all) {
        CallLines lines = new CallLines(call);
        all.forEach(lines::take);
        return lines;
    }

    private void take(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        long line = recorded.origin().line();
        if (event instanceof InitcallStarted start && line == call.line() && isOurs(start.symbol())) {
            own.add(recorded);
        } else if (event instanceof InitcallFinished end && call.endLine() != null) {
            finished(recorded, end, line - call.endLine());
        } else if (event instanceof InitcallMisbehaved complaint && !complained && isBehind(line, complaint.symbol())) {
            complained = true;
            own.add(recorded);
        }
    }

    /** 2.6.22 to 2.6.25 say how long it ran in a second line. */
    private void finished(RecordedEvent recorded, InitcallFinished end, long behind) {
        if (behind == 0 && isOurs(end.symbol())) {
            own.add(recorded);
            ranFor |= end.reported() != null;
        } else if (behind > 0 && !ranFor && end.returnValue() == null && sameAddress(end.symbol())) {
            ranFor = true;
            own.add(recorded);
        }
    }

    private boolean isBehind(long line, InitcallSymbol symbol) {
        long last = call.endLine() == null ? call.line() : call.endLine();
        return line >= last && isOurs(symbol);
    }

    private boolean sameAddress(InitcallSymbol symbol) {
        return Objects.equals(symbol.address(), call.symbol().address());
    }

    private boolean isOurs(InitcallSymbol symbol) {
        return symbol.function().equals(call.function()) && Objects.equals(symbol.module(), call.module());
    }

    List<RecordedEvent> events() {
        return List.copyOf(own);
    }

    @Nullable
    ReportedDuration reported() {
        return own.stream()
                .filter(recorded -> recorded.event() instanceof InitcallFinished)
                .map(recorded -> ((InitcallFinished) recorded.event()).reported())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}

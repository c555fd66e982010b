package io.bootledger.analyzer;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.ProbeFinished;
import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.event.machine.KernelStarted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A boot told event by event: each on its own line, at the time last named. */
public final class Story {
    private final List<RecordedEvent> events = new ArrayList<>();
    private @Nullable BootTime time = BootTime.ZERO;
    private @Nullable Caller caller;
    private @Nullable Priority priority;

    public static Story ofKernel(String release) {
        return new Story().then(new KernelStarted(release, "(a@b) (x86_64-linux-gnu-gcc-12) #1 SMP"));
    }

    /** An excerpt that names no kernel. */
    public static Story ofUnknownKernel() {
        return new Story();
    }

    public Story at(long micros) {
        time = BootTime.ofMicros(micros);
        return this;
    }

    public Story withoutTime() {
        time = null;
        return this;
    }

    public Story by(int pid) {
        caller = Caller.task(pid);
        return this;
    }

    public Story withPriority(int code) {
        priority = new Priority(code);
        return this;
    }

    public Story calling(String function, @Nullable Integer pid) {
        return then(new InitcallStarted(builtIn(function), pid));
    }

    public Story callingModule(String function, String module, int pid) {
        return then(new InitcallStarted(inModule(function, module), pid));
    }

    public Story returned(String function, int value, long usecs) {
        return then(new InitcallFinished(builtIn(function), value, ReportedDuration.usecs(usecs)));
    }

    public Story moduleReturned(String function, String module, int value, long usecs) {
        return then(new InitcallFinished(inModule(function, module), value, ReportedDuration.usecs(usecs)));
    }

    public Story probe(String device, int value, long usecs) {
        return then(new ProbeFinished(device, null, value, ReportedDuration.usecs(usecs)));
    }

    public Story clockSwitched() {
        return then(new ClocksourceSwitched("tsc-early"));
    }

    public Story says(String message) {
        return then(new MessageLogged(LogText.of(message)));
    }

    public Story then(BootEvent event) {
        long line = events.size() + 1;
        events.add(new RecordedEvent(events.size(), time, caller, priority, event, new Origin(line, null)));
        return this;
    }

    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    /** What the whole fold makes of it. */
    public BootAnalysis analysis() {
        List<BootAnalysis> analyses = new ArrayList<>();
        BootAnalyzer analyzer = new BootAnalyzer("story.log", AnalysisOptions.LOG_ONLY, analyses::add);
        events.forEach(analyzer::accept);
        BootRecorded end = new BootRecorded("dmesg", 1, events.size(), events.size(), events.size(), 0, 0);
        analyzer.accept(new RecordedEvent(events.size(), time, null, null, end, new Origin(0, null)));
        return analyses.get(0);
    }

    public <V> V viewOf(Projection<V> projection) {
        events.forEach(projection::apply);
        return projection.view();
    }

    public static InitcallSymbol builtIn(String function) {
        return new InitcallSymbol(function + "+0x0/0x10", function, null, null, null);
    }

    public static InitcallSymbol inModule(String function, String module) {
        return new InitcallSymbol(function + "+0x0/0x1000", function, module, null, null);
    }
}

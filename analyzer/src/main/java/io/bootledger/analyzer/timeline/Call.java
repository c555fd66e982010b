package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.InitcallFinished;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallStarted;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import org.jspecify.annotations.Nullable;

/** One run of an init function while its boot is being folded: what its lines say, before any judgement. */
final class Call {
    final InitcallSymbol symbol;
    final @Nullable Integer pid;
    final @Nullable InitcallLevel printedLevel;
    final @Nullable Long startUs;
    final long line;
    /** Whether a real clock kept time when it began. */
    final boolean afterSwitch;
    /** How many calls had begun, this one included, when it began. */
    final long serial;

    @Nullable
    Long endUs;

    @Nullable
    Long endLine;

    @Nullable
    Integer returnValue;

    @Nullable
    ReportedDuration reported;

    @Nullable
    String misbehaved;
    /** Whether another call began while this one ran. */
    boolean overtaken;
    /** The open call of the same symbol that began before this one. */
    @Nullable
    Call below;

    private Call(
            InitcallSymbol symbol,
            @Nullable Integer pid,
            @Nullable InitcallLevel printedLevel,
            @Nullable Long startUs,
            long line,
            boolean afterSwitch,
            long serial) {
        this.symbol = symbol;
        this.pid = pid;
        this.printedLevel = printedLevel;
        this.startUs = startUs;
        this.line = line;
        this.afterSwitch = afterSwitch;
        this.serial = serial;
    }

    static Call started(
            InitcallStarted start,
            RecordedEvent recorded,
            @Nullable InitcallLevel level,
            boolean afterSwitch,
            long serial) {
        return new Call(
                start.symbol(),
                start.pid() == null ? Stamp.taskOf(recorded) : start.pid(),
                level,
                Stamp.microsOf(recorded),
                recorded.origin().line(),
                afterSwitch,
                serial);
    }

    /** A call whose beginning the log does not hold. */
    static Call returned(
            InitcallFinished end, RecordedEvent recorded, @Nullable InitcallLevel level, boolean afterSwitch) {
        Integer pid = Stamp.taskOf(recorded);
        return new Call(end.symbol(), pid, level, null, recorded.origin().line(), afterSwitch, 0);
    }

    void finish(InitcallFinished end, RecordedEvent recorded, long begun) {
        endUs = Stamp.microsOf(recorded);
        endLine = recorded.origin().line();
        returnValue = end.returnValue();
        reported = end.reported();
        overtaken = serial != begun;
    }
}

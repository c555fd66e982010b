package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of an init function while its boot is being folded: what its lines say, before any judgement. */
final class Call {
    final InitcallSymbol symbol;
    final @Nullable Integer pid;
    final @Nullable InitcallLevel printedLevel;
    /** Its line; null when the log does not hold it. */
    final @Nullable RecordedEvent began;
    /** Whether a real clock kept time when it began. */
    final boolean afterSwitch;
    /** How many calls had begun, this one included, when it began. */
    final long serial;

    /** The line that says so; null as long as none did. */
    @Nullable
    RecordedEvent returned;

    @Nullable
    Integer returnValue;

    @Nullable
    ReportedDuration reported;

    @Nullable
    String misbehaved;
    /** What it takes in a trace of the same boot. */
    @Nullable
    Long tracedUs;
    /** Whether another call began while this one ran. */
    boolean overtaken;
    /** The open call of the same symbol that began before this one. */
    @Nullable
    Call below;

    private Call(
            InitcallSymbol symbol,
            @Nullable Integer pid,
            @Nullable InitcallLevel printedLevel,
            @Nullable RecordedEvent began,
            boolean afterSwitch,
            long serial) {
        this.symbol = symbol;
        this.pid = pid;
        this.printedLevel = printedLevel;
        this.began = began;
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
                recorded,
                afterSwitch,
                serial);
    }

    /** A call whose beginning the log does not hold. */
    static Call returned(
            InitcallFinished end, RecordedEvent recorded, @Nullable InitcallLevel level, boolean afterSwitch) {
        return new Call(end.symbol(), Stamp.taskOf(recorded), level, null, afterSwitch, 0);
    }

    void finish(InitcallFinished end, RecordedEvent recorded, long begun) {
        returned = recorded;
        returnValue = end.returnValue();
        reported = end.reported();
        overtaken = serial != begun;
    }

    /** Whether it simply returned 0. */
    boolean isFine() {
        return returnValue != null && returnValue == 0 && misbehaved == null;
    }

    @Nullable
    Long startUs() {
        return began == null ? null : Stamp.microsOf(began);
    }

    @Nullable
    Long endUs() {
        return returned == null ? null : Stamp.microsOf(returned);
    }

    /** Of its beginning, or of its end where the log does not hold that. */
    long line() {
        return began == null
                ? Objects.requireNonNull(endLine())
                : began.origin().line();
    }

    @Nullable
    Long endLine() {
        return returned == null ? null : returned.origin().line();
    }
}

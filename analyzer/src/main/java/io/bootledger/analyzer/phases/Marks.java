package io.bootledger.analyzer.phases;

import io.bootledger.analyzer.phases.Phase.Kind;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.RecordedEvent;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines that split a boot, as far as they have come. */
final class Marks {
    private final Ending ending = new Ending();
    private @Nullable Mark first;
    private @Nullable BootTime firstTime;
    private @Nullable BootTime lastTime;
    private @Nullable Mark firstInitcall;
    private @Nullable Mark firstReturn;
    private @Nullable Mark lastInitcall;
    private boolean insideInitcall;

    void see(RecordedEvent recorded) {
        BootTime time = recorded.time();
        first = Mark.keep(first, recorded);
        if (time != null) {
            firstTime = firstTime == null ? time : firstTime;
            lastTime = lastTime == null || time.nanos() > lastTime.nanos() ? time : lastTime;
        }
    }

    void calling(boolean module, RecordedEvent recorded) {
        firstInitcall = Mark.keep(firstInitcall, recorded);
        if (module) {
            ending.moduleLoads();
        } else {
            insideInitcall = true;
        }
    }

    void returned(boolean module, RecordedEvent recorded) {
        Caller caller = recorded.caller();
        boolean loader = caller != null && caller.task() && caller.id() > 1;
        if (!module && !loader && !ending.memoryFreed()) {
            lastInitcall = Mark.at(recorded);
            firstReturn = Mark.keep(firstReturn, recorded);
            insideInitcall = false;
        }
    }

    /** How the kernel's own boot ends. */
    Ending ending() {
        return ending;
    }

    /** Where each phase that has begun began, in order; empty before the first event. */
    Map<Kind, Mark> begins() {
        Map<Kind, Mark> begins = new EnumMap<>(Kind.class);
        if (first != null) {
            begins.put(Kind.BEFORE_INITCALLS, new Mark(first.line(), firstTime));
            put(begins, Kind.INITCALLS, firstInitcall != null ? firstInitcall : firstReturn);
            put(begins, Kind.ASYNC_WAIT, initcallsAreOver() ? lastInitcall : null);
            ending.put(begins);
        }
        return begins;
    }

    static void put(Map<Kind, Mark> begins, Kind kind, @Nullable Mark mark) {
        if (mark != null) {
            begins.put(kind, mark);
        }
    }

    /** A panic outside of any initcall comes after the last one: no root, no init. */
    private boolean initcallsAreOver() {
        return ending.begun() || ending.panic() != null && !insideInitcall;
    }

    @Nullable
    Long lastUs() {
        return Mark.microsOf(lastTime);
    }

    Milestones milestones() {
        return ending.milestones(
                Mark.microsOf(firstTime), Mark.microsOf(firstInitcall), Mark.microsOf(lastInitcall), lastUs());
    }
}

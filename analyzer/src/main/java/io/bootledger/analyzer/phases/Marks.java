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
    private @Nullable PhaseMark first;
    private @Nullable BootTime firstTime;
    private @Nullable BootTime lastTime;
    private @Nullable PhaseMark firstInitcall;
    private @Nullable PhaseMark firstReturn;
    private @Nullable PhaseMark lastInitcall;
    private boolean insideInitcall;

    void see(RecordedEvent recorded) {
        BootTime time = recorded.time();
        first = PhaseMark.keep(first, recorded);
        if (time != null) {
            firstTime = firstTime == null ? time : firstTime;
            lastTime = lastTime == null || time.nanos() > lastTime.nanos() ? time : lastTime;
        }
    }

    void calling(boolean module, RecordedEvent recorded) {
        firstInitcall = PhaseMark.keep(firstInitcall, recorded);
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
            lastInitcall = PhaseMark.at(recorded);
            firstReturn = PhaseMark.keep(firstReturn, recorded);
            insideInitcall = false;
        }
    }

    /** How the kernel's own boot ends. */
    Ending ending() {
        return ending;
    }

    /** Where each phase that has begun began, in order; empty before the first event. */
    Map<Kind, PhaseMark> begins() {
        Map<Kind, PhaseMark> begins = new EnumMap<>(Kind.class);
        if (first != null) {
            begins.put(Kind.BEFORE_INITCALLS, new PhaseMark(first.line(), firstTime));
            put(begins, Kind.INITCALLS, firstInitcall != null ? firstInitcall : firstReturn);
            put(begins, Kind.ASYNC_WAIT, initcallsAreOver() ? lastInitcall : null);
            ending.put(begins);
        }
        return begins;
    }

    static void put(Map<Kind, PhaseMark> begins, Kind kind, @Nullable PhaseMark mark) {
        if (mark != null) {
            begins.put(kind, mark);
        }
    }

    /** A panic outside of any initcall comes after the last one: no root, no init. */
    private boolean initcallsAreOver() {
        return ending.begun() || ending.panic() != null && !insideInitcall;
    }

    @Nullable
    Long firstLine() {
        return first == null ? null : Long.valueOf(first.line());
    }

    @Nullable
    Long lastUs() {
        return PhaseMark.microsOf(lastTime);
    }

    Milestones milestones() {
        return ending.milestones(
                PhaseMark.microsOf(firstTime),
                PhaseMark.microsOf(firstInitcall),
                PhaseMark.microsOf(lastInitcall),
                lastUs());
    }
}

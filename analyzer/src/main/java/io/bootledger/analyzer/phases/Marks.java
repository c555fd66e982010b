package io.bootledger.analyzer.phases;

import io.bootledger.analyzer.phases.Phase.Kind;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.KernelVersion;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines that split a boot, as far as they have come. */
final class Marks {
    private @Nullable KernelVersion version;
    private @Nullable Mark first;
    private @Nullable BootTime firstTime;
    private @Nullable BootTime lastTime;
    private @Nullable Mark firstInitcall;
    private @Nullable Mark firstReturn;
    private @Nullable Mark lastInitcall;
    private boolean insideInitcall;
    private @Nullable Mark freeing;
    private @Nullable Mark initMemoryFreed;
    private @Nullable Long initMemoryFreedKib;
    private @Nullable Mark writeProtected;
    private @Nullable Mark memoryDone;
    private @Nullable Mark initStarted;
    private @Nullable Mark userSpace;
    private @Nullable String init;
    private @Nullable String initByItself;
    private @Nullable BootTime initByItselfTime;
    private @Nullable String panic;

    void seeTime(@Nullable BootTime time) {
        first = keep(first, time);
        if (time != null) {
            firstTime = firstTime == null ? time : firstTime;
            lastTime = lastTime == null || time.nanos() > lastTime.nanos() ? time : lastTime;
        }
    }

    void kernel(String release) {
        version = KernelVersion.of(release);
    }

    void calling(boolean module, @Nullable BootTime time) {
        firstInitcall = keep(firstInitcall, time);
        insideInitcall |= !module;
        if (module && initMemoryFreed != null && initStarted == null) {
            userSpace(time);
        }
    }

    void returned(boolean module, @Nullable Caller caller, @Nullable BootTime time) {
        boolean loader = caller != null && caller.task() && caller.id() > 1;
        if (!module && !loader && initMemoryFreed == null && initStarted == null) {
            lastInitcall = new Mark(time);
            firstReturn = keep(firstReturn, time);
            insideInitcall = false;
        }
    }

    void freed(String what, long kib, @Nullable BootTime time) {
        if (initStarted != null || !FreedMemory.isUnused(what)) {
            return;
        }
        if (FreedMemory.isInit(what) && initMemoryFreed == null) {
            initMemoryFreed = new Mark(time);
            initMemoryFreedKib = kib;
        }
        freeing = keep(freeing, time);
        memoryDone = new Mark(time);
    }

    void writeProtected(@Nullable BootTime time) {
        if (initStarted == null) {
            writeProtected = keep(writeProtected, time);
            memoryDone = new Mark(time);
        }
    }

    void init(String path, @Nullable BootTime time) {
        initStarted = new Mark(time);
        init = path;
    }

    /** The kernel says that it runs a program before it knows whether it can. */
    void initFailed(String path) {
        if (path.equals(init)) {
            initStarted = null;
            init = null;
        }
    }

    void panicked(String reason) {
        panic = panic == null ? reason : panic;
    }

    void userSpace(@Nullable BootTime time) {
        userSpace = keep(userSpace, time);
    }

    /** Where the kernel does not say that it runs init, init itself may. */
    void initSays(String text, @Nullable BootTime time) {
        String name = InitWords.name(text);
        if (name != null && initByItself == null) {
            initByItself = name;
            initByItselfTime = time;
        }
    }

    private static Mark keep(@Nullable Mark known, @Nullable BootTime time) {
        return known == null ? new Mark(time) : known;
    }

    /** Where each phase that has begun began, in order; empty before the first event. */
    Map<Kind, Mark> begins() {
        Map<Kind, Mark> begins = new EnumMap<>(Kind.class);
        if (first != null) {
            begins.put(Kind.BEFORE_INITCALLS, new Mark(firstTime));
            put(begins, Kind.INITCALLS, firstInitcall != null ? firstInitcall : firstReturn);
            put(begins, Kind.ASYNC_WAIT, initcallsAreOver() ? lastInitcall : null);
            put(begins, Kind.FREE_INIT_MEMORY, freeing);
            put(begins, Kind.WRITE_PROTECT, writeProtected);
            put(begins, Kind.UNTIL_INIT, memoryDone);
            put(begins, Kind.AFTER_INIT, initStarted != null ? initStarted : silentInit());
        }
        return begins;
    }

    private static void put(Map<Kind, Mark> begins, Kind kind, @Nullable Mark mark) {
        if (mark != null) {
            begins.put(kind, mark);
        }
    }

    /** A panic outside of any initcall comes after the last one: no root, no init. */
    private boolean initcallsAreOver() {
        return memoryDone != null || initStarted != null || panic != null && !insideInitcall;
    }

    /** Before 4.16 the kernel does not say that it starts init: the first sign of user space stands for it. */
    private @Nullable Mark silentInit() {
        boolean says = version != null && version.atLeast(4, 16);
        return says || freeing == null || panic != null ? null : userSpace;
    }

    boolean saysInit() {
        return initStarted != null;
    }

    @Nullable
    String panic() {
        return panic;
    }

    @Nullable
    Long lastUs() {
        return Mark.microsOf(lastTime);
    }

    Milestones milestones() {
        return new Milestones(
                Mark.microsOf(firstTime),
                Mark.microsOf(firstInitcall),
                Mark.microsOf(lastInitcall),
                Mark.microsOf(initMemoryFreed),
                initMemoryFreedKib,
                Mark.microsOf(writeProtected),
                initStarted != null ? initStarted.micros() : Mark.microsOf(initByItselfTime),
                initStarted != null ? init : initByItself,
                panic,
                lastUs());
    }
}

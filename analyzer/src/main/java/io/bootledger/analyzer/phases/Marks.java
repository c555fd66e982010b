package io.bootledger.analyzer.phases;

import io.bootledger.analyzer.phases.Phase.Kind;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.KernelVersion;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines that split a boot, as far as they have come. */
final class Marks {
    private @Nullable KernelVersion version;
    private @Nullable Mark first;
    private @Nullable Long firstUs;
    private @Nullable Long lastUs;
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
    private @Nullable Long initByItselfUs;
    private @Nullable String panic;

    void seeTime(@Nullable Long micros) {
        first = keep(first, micros);
        if (micros != null) {
            firstUs = firstUs == null ? micros : firstUs;
            lastUs = lastUs == null || micros > lastUs ? micros : lastUs;
        }
    }

    void kernel(String release) {
        version = KernelVersion.of(release);
    }

    void calling(boolean module, @Nullable Long micros) {
        firstInitcall = keep(firstInitcall, micros);
        insideInitcall |= !module;
        if (module && initMemoryFreed != null && initStarted == null) {
            userSpace(micros);
        }
    }

    void returned(boolean module, @Nullable Caller caller, @Nullable Long micros) {
        boolean loader = caller != null && caller.task() && caller.id() > 1;
        if (!module && !loader && initMemoryFreed == null && initStarted == null) {
            lastInitcall = new Mark(micros);
            firstReturn = keep(firstReturn, micros);
            insideInitcall = false;
        }
    }

    void freed(String what, long kib, @Nullable Long micros) {
        if (initStarted != null || !FreedMemory.isUnused(what)) {
            return;
        }
        if (FreedMemory.isInit(what) && initMemoryFreed == null) {
            initMemoryFreed = new Mark(micros);
            initMemoryFreedKib = kib;
        }
        freeing = keep(freeing, micros);
        memoryDone = new Mark(micros);
    }

    void writeProtected(@Nullable Long micros) {
        if (initStarted == null) {
            writeProtected = keep(writeProtected, micros);
            memoryDone = new Mark(micros);
        }
    }

    void init(String path, @Nullable Long micros) {
        initStarted = new Mark(micros);
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

    void userSpace(@Nullable Long micros) {
        userSpace = keep(userSpace, micros);
    }

    /** Where the kernel does not say that it runs init, init itself may. */
    void initSays(String text, @Nullable Long micros) {
        String name = InitWords.name(text);
        if (name != null && initByItself == null) {
            initByItself = name;
            initByItselfUs = micros;
        }
    }

    private static Mark keep(@Nullable Mark known, @Nullable Long micros) {
        return known == null ? new Mark(micros) : known;
    }

    /** Where each phase that has begun began, in order; empty before the first event. */
    Map<Kind, Mark> begins() {
        Map<Kind, Mark> begins = new EnumMap<>(Kind.class);
        if (first != null) {
            begins.put(Kind.BEFORE_INITCALLS, new Mark(firstUs));
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
        return lastUs;
    }

    Milestones milestones() {
        return new Milestones(
                firstUs,
                Mark.microsOf(firstInitcall),
                Mark.microsOf(lastInitcall),
                Mark.microsOf(initMemoryFreed),
                initMemoryFreedKib,
                Mark.microsOf(writeProtected),
                initStarted != null ? initStarted.micros() : initByItselfUs,
                initStarted != null ? init : initByItself,
                panic,
                lastUs);
    }
}

package io.bootledger.analyzer.phases;

import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.KernelVersion;
import org.jspecify.annotations.Nullable;

/** The lines that split a boot, as far as they have come. */
final class Marks {
    @Nullable
    KernelVersion version;

    @Nullable
    Long firstUs;

    @Nullable
    Long lastUs;
    /** Whether there was any record at all. */
    boolean begun;

    @Nullable
    Mark firstInitcall;

    /** The first line about an initcall: in a log that lost its head, of one that returned. */
    @Nullable
    Mark initcalls;

    @Nullable
    Mark lastInitcall;
    /** The first sign that memory is being freed: on machines with encrypted memory earlier than the init memory itself. */
    @Nullable
    Mark freeing;

    @Nullable
    Mark initMemoryFreed;

    @Nullable
    Long initMemoryFreedKib;

    @Nullable
    Mark writeProtected;
    /** The last line about freed or protected memory before init. */
    @Nullable
    Mark memoryDone;

    @Nullable
    Mark initStarted;

    @Nullable
    Mark userSpace;

    @Nullable
    String init;

    @Nullable
    String panic;

    void seeTime(@Nullable Long micros) {
        begun = true;
        if (micros != null) {
            firstUs = firstUs == null ? micros : firstUs;
            lastUs = lastUs == null || micros > lastUs ? micros : lastUs;
        }
    }

    void calling(boolean module, @Nullable Long micros) {
        firstInitcall = firstInitcall == null ? new Mark(micros) : firstInitcall;
        initcalls = initcalls == null ? firstInitcall : initcalls;
        if (module && initMemoryFreed != null && initStarted == null) {
            userSpace(micros);
        }
    }

    void returned(boolean module, @Nullable Caller caller, @Nullable Long micros) {
        boolean loader = caller != null && caller.task() && caller.id() > 1;
        if (!module && !loader && initMemoryFreed == null && initStarted == null) {
            lastInitcall = new Mark(micros);
            initcalls = initcalls == null ? lastInitcall : initcalls;
        }
    }

    void freed(String what, long kib, @Nullable Long micros) {
        if (initStarted != null) {
            return;
        }
        Mark mark = new Mark(micros);
        if (FreedMemory.isInit(what)) {
            freeing = freeing == null ? mark : freeing;
            if (initMemoryFreed == null) {
                initMemoryFreed = mark;
                initMemoryFreedKib = kib;
            }
        } else if (FreedMemory.isBeforeInit(what)) {
            freeing = freeing == null ? mark : freeing;
        }
        if (freeing != null && FreedMemory.isUnused(what)) {
            memoryDone = mark;
        }
    }

    void writeProtected(@Nullable Long micros) {
        if (initStarted == null) {
            writeProtected = writeProtected == null ? new Mark(micros) : writeProtected;
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
        userSpace = userSpace == null ? new Mark(micros) : userSpace;
    }

    Milestones milestones() {
        return new Milestones(
                firstUs,
                Mark.microsOf(firstInitcall),
                Mark.microsOf(lastInitcall),
                Mark.microsOf(initMemoryFreed),
                initMemoryFreedKib,
                Mark.microsOf(writeProtected),
                Mark.microsOf(initStarted),
                init,
                panic,
                lastUs);
    }
}

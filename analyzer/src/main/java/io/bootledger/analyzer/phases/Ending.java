package io.bootledger.analyzer.phases;

import io.bootledger.analyzer.phases.Handover.Milestone;
import io.bootledger.analyzer.phases.Phase.Kind;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.MemoryFreed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the kernel's own boot ends, as far as the log has come: init memory is freed, and init runs, or nothing does. */
final class Ending {
    private @Nullable KernelVersion version;
    private @Nullable PhaseMark freeing;
    private @Nullable PhaseMark initMemoryFreed;
    private @Nullable Long initMemoryFreedKib;
    private @Nullable PhaseMark writeProtected;
    private @Nullable PhaseMark memoryDone;
    private @Nullable PhaseMark initStarted;
    private @Nullable String init;
    private @Nullable String initByItself;
    private boolean userSpaceSpeaks;
    private @Nullable String panic;

    void kernel(String release) {
        version = KernelVersion.of(release);
    }

    /** Where a work queue frees the memory, its line may come once init runs, of which it then is no part. */
    void freed(MemoryFreed freed, RecordedEvent recorded) {
        boolean over = isOver();
        if (freed.kind() == MemoryFreed.Kind.INIT && initMemoryFreed == null) {
            initMemoryFreed = PhaseMark.at(recorded);
            initMemoryFreedKib = freed.kib() < 0 ? null : Long.valueOf(freed.kib());
        }
        if (!over && freed.kind().isFreedAfterInitcalls()) {
            freeing = PhaseMark.keep(freeing, recorded);
            memoryDone = PhaseMark.at(recorded);
        }
    }

    void writeProtected(RecordedEvent recorded) {
        if (!isOver()) {
            writeProtected = PhaseMark.keep(writeProtected, recorded);
            memoryDone = PhaseMark.at(recorded);
        }
    }

    void init(String path, RecordedEvent recorded) {
        initStarted = PhaseMark.at(recorded);
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

    /** Whoever loads modules once init memory is freed is user space. */
    void moduleLoads() {
        userSpaceSpeaks |= initMemoryFreed != null;
    }

    void userSpaceSays(String text) {
        userSpaceSpeaks |= initMemoryFreed != null;
        String name = initByItself == null ? InitWords.name(text) : null;
        initByItself = name == null ? initByItself : name;
    }

    private boolean isOver() {
        return initStarted != null || userSpaceSpeaks;
    }

    /** Whether the boot went on after its last initcall. */
    boolean begun() {
        return memoryDone != null || initStarted != null;
    }

    boolean memoryFreed() {
        return initMemoryFreed != null || initStarted != null;
    }

    @Nullable
    String panic() {
        return panic;
    }

    /**
     * Where the kernel handed over to user space. The line that says so counts; a kernel that has none, or whose log does not hold it,
     * hands over where init memory is freed, if it is one that says no more (before 4.19) or if user space follows.
     */
    @Nullable
    Handover handover() {
        if (initStarted != null) {
            return of(Milestone.INIT_STARTED, initStarted);
        }
        boolean over = saysNoMore() || userSpaceSpeaks;
        return initMemoryFreed == null || !over || InitWords.deniesInit(panic)
                ? null
                : of(Milestone.INIT_MEMORY_FREED, memoryDone == null ? initMemoryFreed : memoryDone);
    }

    private static Handover of(Milestone milestone, PhaseMark mark) {
        return new Handover(milestone, mark.line(), mark.micros());
    }

    /** Whether it is known that this kernel does not say when it runs init. */
    boolean saysNoMore() {
        return version != null && !version.atLeast(4, 19);
    }

    void put(Map<Kind, PhaseMark> begins) {
        Marks.put(begins, Kind.FREE_INIT_MEMORY, freeing);
        Marks.put(begins, Kind.WRITE_PROTECT, writeProtected);
        Handover handover = handover();
        if (handover != null && handover.milestone() == Milestone.INIT_MEMORY_FREED) {
            Marks.put(begins, Kind.AFTER_INIT, memoryDone);
        } else {
            Marks.put(begins, Kind.UNTIL_INIT, memoryDone);
            Marks.put(begins, Kind.AFTER_INIT, initStarted);
        }
    }

    Milestones milestones(
            @Nullable Long firstUs,
            @Nullable Long firstInitcallUs,
            @Nullable Long lastInitcallUs,
            @Nullable Long lastUs) {
        return new Milestones(
                firstUs,
                firstInitcallUs,
                lastInitcallUs,
                PhaseMark.microsOf(initMemoryFreed),
                initMemoryFreedKib,
                PhaseMark.microsOf(writeProtected),
                PhaseMark.microsOf(initStarted),
                initStarted != null ? init : initByItself,
                handover(),
                panic,
                lastUs);
    }
}

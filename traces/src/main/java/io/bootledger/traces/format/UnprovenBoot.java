package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.AsyncCallFinished;
import io.bootledger.traces.event.call.AsyncCallStarted;
import io.bootledger.traces.event.call.AsyncWaitFinished;
import io.bootledger.traces.event.call.AsyncWaitStarted;
import io.bootledger.traces.event.call.ModuleTainted;
import io.bootledger.traces.event.machine.KernelOopsed;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.KernelWarned;
import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.event.machine.UserspaceReported;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Keeps back a boot's events until one of them is of a boot. A machine that suspends, or crashes and is booted again, says much that
 * is none; and before the first banner of a log stands what a mail quotes of it, or a boot loader with stamps of its own.
 */
final class UnprovenBoot {
    private static final long LATE_NANOS = 120_000_000_000L;

    /** More than the buffer of any kernel holds; a longer log is kept whatever it says, so that memory stays bounded. */
    private static final int MOST_HELD = 1 << 16;

    /** What a kernel may say at any time. Suspending calls asynchronously, too. */
    private static final Set<Class<? extends BootEvent>> NO_PROOF = Set.of(
            MessageLogged.class,
            MessageNotUnderstood.class,
            MessagesLost.class,
            LogTruncated.class,
            KernelWarned.class,
            KernelOopsed.class,
            KernelPanicked.class,
            ModuleTainted.class,
            StageReported.class,
            UserspaceReported.class,
            AsyncCallStarted.class,
            AsyncCallFinished.class,
            AsyncWaitStarted.class,
            AsyncWaitFinished.class);

    /** Whether an event shows that a kernel is booting. */
    static boolean isProof(BootEvent event) {
        return !NO_PROOF.contains(event.getClass());
    }

    private final EventSink sink;
    private final List<RecordedEvent> held = new ArrayList<>();
    private boolean proven;
    private boolean late;

    UnprovenBoot(EventSink sink) {
        this.sink = sink;
    }

    /** The first stamp of the records: a kernel that started minutes before is not booting. */
    void begins(long nanos) {
        late = nanos > LATE_NANOS;
    }

    /** Whether the records are of a kernel that was not booting, as far as they go. */
    boolean isLate() {
        return late && !proven;
    }

    /** Whether an event is of a boot. */
    boolean isProven() {
        return proven;
    }

    void accept(RecordedEvent event) {
        if (proven) {
            sink.accept(event);
            return;
        }
        held.add(event);
        if (held.size() == MOST_HELD || isProof(event.event())) {
            release();
        }
    }

    /** What loaders said among the events, which are of no boot. */
    List<RecordedEvent> stages() {
        return held.stream()
                .filter(event -> event.event() instanceof StageReported stage && LoaderStages.isBeforeKernel(stage))
                .toList();
    }

    /** Takes the events for those of a boot, without more proof. */
    void release() {
        proven = true;
        held.forEach(sink::accept);
        held.clear();
    }
}

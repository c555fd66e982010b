package io.bootledger.traces.format;

import io.bootledger.traces.event.AsyncCallFinished;
import io.bootledger.traces.event.AsyncCallStarted;
import io.bootledger.traces.event.AsyncWaitFinished;
import io.bootledger.traces.event.AsyncWaitStarted;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.KernelOopsed;
import io.bootledger.traces.event.KernelPanicked;
import io.bootledger.traces.event.KernelWarned;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.ModuleTainted;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.UserspaceReported;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Keeps back the events of records that begin minutes after their kernel started, until one of them is of a boot: a machine that
 * suspends, or crashes and is booted again, says much that is none.
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
            UserspaceReported.class,
            AsyncCallStarted.class,
            AsyncCallFinished.class,
            AsyncWaitStarted.class,
            AsyncWaitFinished.class);

    private final EventSink sink;
    private final List<RecordedEvent> held = new ArrayList<>();
    private boolean unproven;

    UnprovenBoot(EventSink sink) {
        this.sink = sink;
    }

    /** The first stamp of the records. */
    void begins(long nanos) {
        unproven = nanos > LATE_NANOS;
    }

    boolean unproven() {
        return unproven;
    }

    void accept(RecordedEvent event) {
        if (!unproven) {
            sink.accept(event);
            return;
        }
        held.add(event);
        if (held.size() == MOST_HELD || !NO_PROOF.contains(event.event().getClass())) {
            unproven = false;
            held.forEach(sink::accept);
            held.clear();
        }
    }
}

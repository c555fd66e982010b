package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.ledger.LedgerMark.Kind;
import io.bootledger.analyzer.phases.Announcement;
import io.bootledger.analyzer.projection.Projection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.AsyncWaitFinished;
import io.bootledger.traces.event.call.AsyncWaitStarted;
import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.ConsoleEnabled;
import io.bootledger.traces.event.machine.CpusBroughtUp;
import io.bootledger.traces.event.machine.InitProcessFailed;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.ReadOnlyDataProtected;
import io.bootledger.traces.event.machine.RootMounted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the moments that split a boot, in the order of their lines, up to the end of the log. Bounded: a boot has a few dozen. */
public final class MarksProjection implements Projection<List<LedgerMark>> {
    private static final int MOST = 10_000;

    private static final Set<Class<? extends BootEvent>> USED = Set.of(
            CommandLineGiven.class,
            ConsoleEnabled.class,
            ClocksourceSwitched.class,
            CpusBroughtUp.class,
            MessagesLost.class,
            AsyncWaitStarted.class,
            AsyncWaitFinished.class,
            RootMounted.class,
            MessageLogged.class,
            MemoryFreed.class,
            ReadOnlyDataProtected.class,
            InitProcessStarted.class,
            InitProcessFailed.class,
            KernelPanicked.class);

    private final List<LedgerMark> marks = new ArrayList<>();

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return USED;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (recorded.time() != null) {
            mark(recorded);
        }
    }

    private void mark(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        if (event instanceof MessageLogged logged) {
            announced(Announcement.of(logged.text()), recorded);
        } else if (event instanceof CommandLineGiven) {
            add(Kind.MILESTONE, LedgerMark.COMMAND_LINE, recorded);
        } else if (event instanceof ConsoleEnabled console) {
            add(Kind.MILESTONE, LedgerMark.CONSOLE + console.console(), recorded);
        } else if (event instanceof ClocksourceSwitched switched) {
            add(Kind.MILESTONE, "clock source " + switched.clocksource(), recorded);
        } else if (event instanceof CpusBroughtUp) {
            add(Kind.MILESTONE, LedgerMark.ALL_CPUS, recorded);
        } else if (event instanceof MessagesLost) {
            add(Kind.MESSAGES_LOST, null, recorded);
        } else if (event instanceof AsyncWaitStarted) {
            add(Kind.ASYNC_WAIT_STARTED, null, recorded);
        } else if (event instanceof AsyncWaitFinished) {
            add(Kind.ASYNC_WAIT_FINISHED, null, recorded);
        } else if (event instanceof RootMounted) {
            add(Kind.ROOT_MOUNTED, null, recorded);
        } else if (event instanceof MemoryFreed freed) {
            freed(freed, recorded);
        } else if (event instanceof ReadOnlyDataProtected) {
            add(Kind.WRITE_PROTECTED, null, recorded);
        } else if (event instanceof InitProcessStarted started) {
            add(Kind.INIT_STARTED, started.path(), recorded);
        } else if (event instanceof InitProcessFailed failed) {
            // It said so before it knew whether it could.
            marks.removeIf(
                    mark -> mark.kind() == Kind.INIT_STARTED && failed.path().equals(mark.name()));
        } else if (event instanceof KernelPanicked) {
            add(Kind.PANIC, null, recorded);
        }
    }

    private void announced(@Nullable Announcement announcement, RecordedEvent recorded) {
        if (announcement != null) {
            Kind kind = switch (announcement) {
                case OTHER_CPUS -> Kind.CPUS_AWAITED;
                case DEVTMPFS -> Kind.DEVTMPFS_READY;
                case ROOT_AWAITED -> Kind.ROOT_AWAITED;
            };
            add(kind, null, recorded);
        }
    }

    private void freed(MemoryFreed freed, RecordedEvent recorded) {
        switch (freed.kind()) {
            case DECRYPTED, INIT -> add(Kind.INIT_MEMORY_FREED, null, recorded);
            case GAP -> add(Kind.IMAGE_GAP_FREED, null, recorded);
            case INITRD -> add(Kind.INITRD_FREED, null, recorded);
            case OTHER -> {}
        }
    }

    private void add(Kind kind, @Nullable String name, RecordedEvent recorded) {
        if (marks.size() < MOST) {
            marks.add(new LedgerMark(kind, name, recorded.origin().line(), recorded.knownUs()));
        }
    }

    @Override
    public List<LedgerMark> view() {
        return List.copyOf(marks);
    }
}

package io.bootledger.analyzer.timeline;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.AsyncCallFinished;
import io.bootledger.traces.event.call.AsyncCallStarted;
import io.bootledger.traces.event.call.InitcallBlacklisted;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.InitcallScheduled;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.LevelEntered;
import io.bootledger.traces.event.call.ProbeFailed;
import io.bootledger.traces.event.call.ProbeFinished;
import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.MachineIdentified;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pairs the beginnings and ends of a boot's initcalls, probes and async calls, and gives each the better of its two clocks. */
public final class TimelineProjection implements Projection<Timeline> {
    /** Spans of each kind that are kept: fifty times what the largest kernel has, so that no log can exhaust the memory. */
    public static final int MOST = 100_000;

    private static final Set<Class<? extends BootEvent>> USED = Set.of(
            InitcallStarted.class,
            InitcallFinished.class,
            InitcallMisbehaved.class,
            InitcallScheduled.class,
            InitcallBlacklisted.class,
            ProbeFinished.class,
            ProbeFailed.class,
            AsyncCallStarted.class,
            AsyncCallFinished.class,
            LevelEntered.class,
            ClocksourceSwitched.class,
            InitProcessStarted.class,
            KernelStarted.class,
            MachineIdentified.class);

    /** The first kernel that says when an initcall returns. */
    private static final KernelVersion SAYS_RETURNED = new KernelVersion(2, 6, 22);

    private static final long SECOND_MICROS = 1_000_000;

    private final InitcallPairing initcalls = new InitcallPairing();
    private final AsyncPairing asyncCalls = new AsyncPairing();
    private final Probes probes = new Probes();
    private final List<Blacklisted> blacklisted = new ArrayList<>();
    private final Ticks ticks = new Ticks();
    private ErrnoFamily family = ErrnoFamily.GENERIC;
    private @Nullable KernelVersion version;
    private @Nullable InitcallLevel level;
    private boolean clockSwitched;
    private boolean initRuns;
    private boolean fineStamps;
    /** What the last view shows, as long as nothing has changed since. */
    private @Nullable InitcallList shown;

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return USED;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (shown != null) {
            shown.settle();
            shown = null;
        }
        BootEvent event = recorded.event();
        if (event instanceof InitcallStarted start) {
            if (!BuiltIn.isGone(start.symbol(), initRuns)) {
                noteStamp(recorded);
                initcalls.start(start, recorded, level, clockSwitched);
            }
        } else if (event instanceof InitcallFinished end) {
            if (!BuiltIn.isGone(end.symbol(), initRuns)) {
                noteStamp(recorded);
                noteTicks(end.reported());
                initcalls.finish(end, recorded, level, clockSwitched);
            }
        } else if (event instanceof ProbeFinished probe) {
            probes.finish(probe, recorded);
        } else {
            applyRare(event, recorded);
        }
    }

    private void applyRare(BootEvent event, RecordedEvent recorded) {
        if (event instanceof ProbeFailed failed) {
            probes.complain(failed);
        } else if (event instanceof AsyncCallStarted start) {
            asyncCalls.start(start, recorded);
        } else if (event instanceof AsyncCallFinished end) {
            asyncCalls.finish(end, recorded);
        } else if (event instanceof InitcallMisbehaved complaint) {
            initcalls.complain(complaint, recorded, level, clockSwitched);
        } else if (event instanceof InitcallScheduled scheduled && scheduled.addsUp()) {
            initcalls.trace(scheduled, recorded);
        } else if (event instanceof InitcallBlacklisted skipped && blacklisted.size() < MOST) {
            Long timeUs = Stamp.microsOf(recorded);
            blacklisted.add(new Blacklisted(
                    skipped.function(), timeUs, recorded.origin().line()));
        } else if (event instanceof LevelEntered entered) {
            level = entered.level();
        } else if (event instanceof ClocksourceSwitched) {
            clockSwitched = true;
        } else if (BuiltIn.endsWith(event)) {
            initRuns = true;
        } else if (event instanceof KernelStarted kernel) {
            version = KernelVersion.of(kernel.release());
            noteFamily(kernel.release() + " " + kernel.banner());
        } else if (event instanceof MachineIdentified machine) {
            noteFamily(machine.machine());
        }
    }

    private void noteStamp(RecordedEvent recorded) {
        if (!fineStamps && recorded.time() != null) {
            fineStamps = recorded.time().micros() % SECOND_MICROS != 0;
        }
    }

    private void noteTicks(@Nullable ReportedDuration reported) {
        if (!clockSwitched && reported != null) {
            ticks.see(reported);
        }
    }

    private void noteFamily(String text) {
        if (family == ErrnoFamily.GENERIC) {
            family = ErrnoFamily.of(text);
        }
    }

    @Override
    public Timeline view() {
        TimeUnits dialect = TimeUnits.of(version, ticks.inShiftedUnit(), probes.returnedOne());
        BetterClock clock = new BetterClock(dialect, fineStamps, clockSwitched || ticks.only());
        boolean silent = returnsAreSilent();
        ErrnoFamily errors = family;
        shown = new InitcallList(initcalls.calls, (ordinal, call) -> initcall(ordinal, call, clock, errors, silent));
        return new Timeline(shown, List.copyOf(blacklisted), probes.probes(dialect, family), asyncCalls.calls(dialect));
    }

    /** Up to 2.6.21 only the call is printed: that no return is in the log says nothing then. */
    private boolean returnsAreSilent() {
        boolean may = version == null || version.compareTo(SAYS_RETURNED) < 0;
        return may && initcalls.calls.size() > 1 && initcalls.calls.stream().allMatch(call -> call.returned == null);
    }

    private static Initcall initcall(int ordinal, Call call, BetterClock clock, ErrnoFamily family, boolean silent) {
        EvidentLevel evident = EvidentLevel.of(call);
        BetterClock.Duration duration = clock.of(call);
        String errno = Errno.ofReturn(call.returnValue, family);
        return new Initcall(
                ordinal,
                call.symbol,
                evident.level(),
                evident.evidence(),
                call.pid,
                call.startUs(),
                call.endUs(),
                duration.micros(),
                duration.reason(),
                TimeUnits.claimedMicros(call.reported),
                call.returnValue,
                errno,
                ReturnValues.ofInitcall(silent || call.returned != null, call.returnValue, errno),
                call.line(),
                call.endLine(),
                call.misbehaved);
    }
}

package io.bootledger.analyzer.clock;

import io.bootledger.analyzer.clock.DoubtfulStretch.Reason;
import io.bootledger.analyzer.projection.Projection;
import io.bootledger.analyzer.timeline.BuiltIn;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.event.machine.DelayCalibrated;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.SchedClockMarked;
import io.bootledger.traces.event.machine.TscMarkedUnstable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a boot's stamps are in doubt. From {@code sched_clock_init} on, and until a late initcall believes the counter, a
 * stamp is the kernel's time at the last timer tick plus at most one tick ({@code kernel/sched/clock.c}, {@code sched_clock_local});
 * and until a clock source is selected the kernel's time counts ticks itself. So where ticks do not come, because interrupts are off
 * or the host of a virtual machine is busy, both stand still, and what is lost before the switch never comes back. The line
 * {@code Marking stable} ends by how far the counter ran ahead: what was lost, all in all.
 */
public final class ClockProjection implements Projection<ClockDoubts> {
    /** A twentieth: what is lost is in doubt if it may be more of the time that initcalls took. */
    private static final long ONE_OF = 20;

    private static final long NANOS_PER_MICRO = 1_000;

    /** From here on stamps count ticks until a late initcall. */
    private static final KernelVersion BELIEVES_LATE = new KernelVersion(4, 11, 0);

    /** What x86 selects when it may not take its counter. */
    private static final Set<String> INSTEAD_OF_THE_COUNTER = Set.of("hpet", "acpi_pm");

    private static final Set<Class<? extends BootEvent>> USED = Set.of(
            KernelStarted.class,
            DelayCalibrated.class,
            InitcallStarted.class,
            TscMarkedUnstable.class,
            ClocksourceSwitched.class,
            SchedClockMarked.class,
            InitProcessStarted.class);

    private @Nullable KernelVersion version;
    private @Nullable StampedLine calibrated;
    private @Nullable StampedLine firstCall;
    private @Nullable StampedLine distrusted;
    private @Nullable StampedLine switched;
    private String firstClock = "";
    private @Nullable StampedLine believed;
    private @Nullable SchedClockMarked believedBy;
    private @Nullable StampedLine failed;
    private boolean initRuns;

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return USED;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        if (event instanceof InitcallStarted call) {
            if (firstCall == null && (call.pid() == null || call.pid() > 0)) {
                firstCall = StampedLine.of(recorded);
            }
        } else if (event instanceof KernelStarted kernel) {
            version = version == null ? KernelVersion.of(kernel.release()) : version;
        } else if (event instanceof DelayCalibrated) {
            calibrated = first(calibrated, recorded);
        } else if (event instanceof TscMarkedUnstable) {
            distrusted = switched == null ? first(distrusted, recorded) : distrusted;
        } else if (event instanceof ClocksourceSwitched to) {
            firstClock = switched == null ? to.clocksource() : firstClock;
            switched = first(switched, recorded);
        } else if (event instanceof SchedClockMarked marked && !marked.stable()) {
            failed = first(failed, recorded);
        } else if (event instanceof SchedClockMarked marked) {
            believedBy = believed == null ? marked : believedBy;
            believed = first(believed, recorded);
        } else if (BuiltIn.endsWith(event)) {
            initRuns = true;
        }
    }

    private static StampedLine first(@Nullable StampedLine known, RecordedEvent recorded) {
        return known == null ? StampedLine.of(recorded) : known;
    }

    @Override
    public ClockDoubts view() {
        List<DoubtfulStretch> stretches = new ArrayList<>();
        if (believed != null) {
            untilTheSwitch(Reason.TICKS_LOST, believed, lostUs(), stretches);
        } else if (distrusted != null) {
            untilTheSwitch(Reason.COUNTER_DISTRUSTED, distrusted, null, stretches);
        } else if (switched != null && neverBelieved()) {
            untilTheSwitch(Reason.COUNTER_DISTRUSTED, switched, null, stretches);
        }
        if (failed != null) {
            stretches.add(stretch(Reason.COUNTER_FAILED, switched, failed, failed, null));
        }
        return stretches.isEmpty() ? ClockDoubts.NONE : new ClockDoubts(stretches, 0);
    }

    private void untilTheSwitch(
            Reason reason, StampedLine evidence, @Nullable Long lostUs, List<DoubtfulStretch> stretches) {
        StampedLine until = switched != null ? switched : believed;
        boolean lost = reason != Reason.TICKS_LOST || lostUs != null && isMuch(lostUs, until);
        if (lost) {
            stretches.add(stretch(reason, calibrated, until, evidence, lostUs));
        }
    }

    private static DoubtfulStretch stretch(
            Reason reason,
            @Nullable StampedLine from,
            @Nullable StampedLine until,
            StampedLine evidence,
            @Nullable Long missingUs) {
        return new DoubtfulStretch(
                reason,
                from == null ? null : from.line(),
                until == null ? null : until.line(),
                from == null ? null : from.us(),
                until == null ? null : until.us(),
                evidence.line(),
                missingUs);
    }

    private boolean isMuch(long lostUs, @Nullable StampedLine until) {
        StampedLine from = firstCall != null ? firstCall : calibrated;
        long fromUs = from == null || from.us() == null ? 0 : from.us();
        Long untilUs = until == null ? null : until.us();
        return untilUs != null && lostUs > (Math.max(0, untilUs - fromUs) + lostUs) / ONE_OF;
    }

    /** Up to 4.18 the two clocks have different origins, and their difference says nothing. */
    private @Nullable Long lostUs() {
        return believedBy == null || believedBy.tickOffsetNs() == 0
                ? null
                : Long.valueOf(Math.max(0, -(believedBy.counterOffsetNs() / NANOS_PER_MICRO)));
    }

    /** The late initcall that would have believed the counter has run, and did not. */
    private boolean neverBelieved() {
        return initRuns
                && INSTEAD_OF_THE_COUNTER.contains(firstClock)
                && (version == null || version.compareTo(BELIEVES_LATE) >= 0);
    }
}

package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.reading.Kernel;
import io.bootledger.analyzer.schedule.Schedule;
import io.bootledger.analyzer.schedule.ScheduledCall;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.traces.event.KernelVersion;
import java.util.ArrayList;
import java.util.List;

/** Asks every rule about every initcall, what of it is a probe's, and about the stretch after the last one. */
public final class WaitFinder {
    /** What is waited for by name alone is not claimed of shorter calls. */
    public static final long LEAST_CLAIMED_US = KnownWaiterRules.LEAST_US;

    private WaitFinder() {}

    /** Whether an init function is known, in some kernel, to wait for that. */
    public static boolean knowsToWait(String function, WaitedFor what) {
        return Waiters.shipped().knows(KnownWaiterRules.ruleFor(what), function);
    }

    /** What the boot thread waited for: as the trace beside the log tells, and where none does, by the log alone. */
    public static Waits of(
            Kernel kernel,
            Timeline timeline,
            Nesting nesting,
            Background background,
            Milestones milestones,
            Schedule schedule,
            ClockDoubts doubts) {
        KernelVersion version = kernel.release() == null ? null : KernelVersion.of(kernel.release());
        Scene scene = new Scene(version, CommandLine.of(kernel), background, timeline, nesting, doubts);
        List<CallWaits> calls = new ArrayList<>(timeline.initcalls().size());
        for (Initcall call : timeline.initcalls()) {
            ScheduledCall scheduled = call.durationUs() == null ? null : schedule.of(call);
            ReturnedCall subject = ReturnedCall.of(call);
            if (scheduled != null && scheduled.isExplained()) {
                calls.add(measured(call.knownDurationUs(), call.line(), scheduled));
            } else {
                CallWaits told = subject == null ? withoutStamps(call) : judge(subject, scene);
                calls.add(scheduled == null ? told : told.within(scheduled));
            }
        }
        return new Waits(calls, ProbeWaits.of(scene, nesting, calls, schedule), GapRules.find(scene, milestones));
    }

    private static CallWaits withoutStamps(Initcall call) {
        return call.durationUs() == null ? CallWaits.UNKNOWN : CallWaits.of(call.durationUs(), List.of());
    }

    private static CallWaits measured(long durationUs, long line, ScheduledCall scheduled) {
        return CallWaits.of(durationUs, within(durationUs, MeasuredWaits.of(scheduled, line)), scheduled);
    }

    private static CallWaits judge(ReturnedCall call, Scene scene) {
        List<Wait> waits = new ArrayList<>();
        for (WaitRule rule : WaitRule.ALL) {
            rule.find(call, scene, waits)
                    .map(wait -> rule.byStamps()
                            ? scene.byTheseStamps(wait, call.durationUs(), scene.doubts(call.call()))
                            : wait)
                    .ifPresent(waits::add);
        }
        return CallWaits.of(call.durationUs(), within(call.durationUs(), waits));
    }

    /** The lower bounds together are never more than the call: a later one gives way. */
    private static List<Wait> within(long durationUs, List<Wait> waits) {
        List<Wait> fitting = new ArrayList<>(waits.size());
        long left = durationUs;
        for (Wait wait : waits) {
            long low = Math.min(left, wait.us().lowUs());
            left -= low;
            Bounds us = new Bounds(low, Math.min(wait.us().highUs(), durationUs));
            fitting.add(new Wait(wait.what(), wait.by(), us, wait.evidence(), wait.rule(), wait.line()));
        }
        return fitting;
    }
}

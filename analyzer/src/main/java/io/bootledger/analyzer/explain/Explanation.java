package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.clock.DoubtfulStretch.Reason;
import io.bootledger.analyzer.functiongraph.FunctionTime;
import io.bootledger.analyzer.functiongraph.GraphedCall;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.waits.CallWaits;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind an initcall's numbers.
 *
 * @param call the initcall
 * @param events what the log says of it, in order
 * @param reported the kernel's own number; null where it gives none
 * @param stampedUs the difference of its two time stamps; negative where they step back, null without both
 * @param level what places it at its level
 * @param selfUs its duration without the probes inside it; null when unknown
 * @param inside the probes directly inside it, in the order in which they ended
 * @param meaning what its outcome says; null when it returned 0
 * @param booking where its time stands in the ledger
 * @param waits what of it can have been its own, and what it waited for
 * @param doubt why the clocks that tell its time are in doubt; null when they are not
 * @param functions what ran below it by the time that it took itself, the largest first; empty without a function graph
 */
public record Explanation(
        Initcall call,
        List<RecordedEvent> events,
        @Nullable ReportedDuration reported,
        @Nullable Long stampedUs,
        LevelReason level,
        @Nullable Long selfUs,
        List<Probe> inside,
        @Nullable String meaning,
        Booking booking,
        CallWaits waits,
        @Nullable Reason doubt,
        List<FunctionTime> functions) {

    /**
     * Explains an initcall.
     *
     * @param call one of the boot's timeline
     * @param events what {@link LogEventsProjection} kept of the boot
     */
    public static Explanation of(BootAnalysis boot, Initcall call, List<RecordedEvent> events) {
        CallLines lines = CallLines.of(call, events);
        int index = call.ordinal() - 1;
        GraphedCall graphed = boot.accounting().functionGraph().of(call);
        return new Explanation(
                call,
                lines.events(),
                lines.reported(),
                call.startUs() == null || call.endUs() == null ? null : Long.valueOf(call.endUs() - call.startUs()),
                LevelReason.of(boot.timeline().initcalls(), call, events),
                boot.accounting().nesting().initcallSelfUs().get(index),
                DirectProbes.probes(boot, index),
                Meaning.of(boot, call),
                Booking.of(boot, call),
                boot.accounting().waits().initcalls().get(index),
                boot.accounting().doubts().at(call),
                graphed == null ? List.of() : graphed.functions());
    }
}

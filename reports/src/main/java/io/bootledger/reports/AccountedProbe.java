package io.bootledger.reports;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.clock.DoubtfulStretch.Reason;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.probes.Nesting.Parent;
import io.bootledger.analyzer.probes.ProbeThread;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.waits.CallWaits;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A probe, what it ran inside, and what it took itself.
 *
 * @param ordinal position among the probes in the order in which they ended, from 1
 * @param selfUs its duration without the probes inside it; null when its duration is unknown
 * @param insideInitcall ordinal of the initcall that it ran directly inside; null when there is none
 * @param insideProbe ordinal of the probe that it ran directly inside; null when there is none
 * @param waits what it can have needed itself, and what it waited for
 * @param thread which thread ran it
 * @param certain whether it surely ran there: modules load side by side, and where the log does not name the caller, a probe that
 *     ended while one of them loaded may belong to another
 * @param doubt why the clocks that tell its time are in doubt; null when they are not
 */
public record AccountedProbe(
        int ordinal,
        Probe probe,
        @Nullable Long selfUs,
        CallWaits waits,
        @Nullable Integer insideInitcall,
        @Nullable Integer insideProbe,
        ProbeThread thread,
        boolean certain,
        @Nullable Reason doubt) {
    /** In the order in which they ended. */
    public static List<AccountedProbe> of(BootAnalysis boot) {
        return IntStream.range(0, boot.timeline().probes().size())
                .mapToObj(i -> of(i, boot))
                .toList();
    }

    private static AccountedProbe of(int index, BootAnalysis boot) {
        Timeline timeline = boot.timeline();
        Nesting nesting = boot.accounting().nesting();
        Probe probe = timeline.probes().get(index);
        Parent parent = nesting.parents().get(index);
        Parent.Kind kind = parent == null ? null : parent.kind();
        return new AccountedProbe(
                index + 1,
                probe,
                nesting.probeSelfUs().get(index),
                boot.accounting().waits().probes().get(index),
                kind == Parent.Kind.INITCALL
                        ? timeline.initcalls().get(parent.index()).ordinal()
                        : null,
                kind == Parent.Kind.PROBE ? parent.index() + 1 : null,
                nesting.threads().get(index),
                probe.pid() != null || !ranInModule(parent, timeline, nesting),
                boot.accounting().doubts().at(probe));
    }

    private static boolean ranInModule(@Nullable Parent parent, Timeline timeline, Nesting nesting) {
        if (parent == null) {
            return false;
        }
        return parent.kind() == Parent.Kind.INITCALL
                ? timeline.initcalls().get(parent.index()).module() != null
                : ranInModule(nesting.parents().get(parent.index()), timeline, nesting);
    }
}

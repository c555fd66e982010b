package io.bootledger.reports;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.probes.Nesting.Parent;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
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
 */
public record AccountedProbe(
        int ordinal,
        Probe probe,
        @Nullable Long selfUs,
        @Nullable Integer insideInitcall,
        @Nullable Integer insideProbe) {
    /** In the order in which they ended. */
    public static List<AccountedProbe> of(BootAnalysis boot) {
        return IntStream.range(0, boot.timeline().probes().size())
                .mapToObj(i -> of(i, boot.timeline(), boot.accounting().nesting()))
                .toList();
    }

    private static AccountedProbe of(int index, Timeline timeline, Nesting nesting) {
        Parent parent = nesting.parents().get(index);
        Parent.Kind kind = parent == null ? null : parent.kind();
        return new AccountedProbe(
                index + 1,
                timeline.probes().get(index),
                nesting.probeSelfUs().get(index),
                kind == Parent.Kind.INITCALL
                        ? timeline.initcalls().get(parent.index()).ordinal()
                        : null,
                kind == Parent.Kind.PROBE ? parent.index() + 1 : null);
    }
}

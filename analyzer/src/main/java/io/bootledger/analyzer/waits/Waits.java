package io.bootledger.analyzer.waits;

import java.util.List;

/**
 * What the boot thread waited for.
 *
 * @param initcalls for each initcall of the timeline, by its place
 * @param probes for each probe of the timeline; those of one are among those of the initcall that made it
 * @param gaps stretches outside of initcalls in which it waited, in order
 */
public record Waits(List<CallWaits> initcalls, List<CallWaits> probes, List<GapWaits> gaps) {
    public Waits {
        initcalls = List.copyOf(initcalls);
        probes = List.copyOf(probes);
        gaps = List.copyOf(gaps);
    }
}

package io.bootledger.analyzer.waits;

import java.util.List;

/**
 * What the boot thread waited for.
 *
 * @param initcalls for each initcall of the timeline, by its place
 * @param gaps stretches outside of initcalls in which it waited, in order
 */
public record Waits(List<InitcallWaits> initcalls, List<GapWaits> gaps) {
    public Waits {
        initcalls = List.copyOf(initcalls);
        gaps = List.copyOf(gaps);
    }
}

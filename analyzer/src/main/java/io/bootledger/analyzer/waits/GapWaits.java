package io.bootledger.analyzer.waits;

import java.util.List;

/**
 * A stretch of the boot thread that is no initcall, with what it waited for there.
 *
 * @param name what the kernel does there: {@code smp_init}
 * @param after the initcall before it; empty before the first
 */
public record GapWaits(String name, String after, long fromUs, long toUs, List<Wait> waits) {
    public GapWaits {
        waits = List.copyOf(waits);
    }
}

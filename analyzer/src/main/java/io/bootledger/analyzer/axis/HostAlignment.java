package io.bootledger.analyzer.axis;

import io.bootledger.traces.event.machine.HostClockRead;
import org.jspecify.annotations.Nullable;

/**
 * Where the clock of the host that captured a log stands on the kernel's. A line reaches the host when it was printed or later, so
 * the least that the host is ahead of the kernel is nearest to the truth, and the most tells how far off a single line may be.
 *
 * @param lines that both have stamped
 * @param aheadUs host's stamp less kernel's, of a line that came at once
 * @param uncertaintyUs by how much lines came late, and what the last digit of a stamp stands for
 * @param firstLine from which on the host's clock was not set back
 * @param loadersLastUs boot time of the last line before the kernel's first, below 0; null where there is none
 */
public record HostAlignment(
        long lines,
        long aheadUs,
        long uncertaintyUs,
        long firstLine,
        @Nullable Long loadersLastUs) {
    /** Fewer may all be late, and nothing would show it. */
    private static final long FEWEST = 8;

    /** Null where the clocks cannot be aligned. */
    static @Nullable HostAlignment of(HostClockRead read, long line) {
        if (read.lines() < FEWEST) {
            return null;
        }
        Long last = read.lastBeforeUs();
        return new HostAlignment(
                read.lines(),
                read.leastUs(),
                Math.max(0, read.mostUs() - read.leastUs()) + read.precisionUs(),
                line,
                last == null ? null : Long.valueOf(last - read.leastUs()));
    }

    /** Boot time of a line that the host stamped so; null where the clock was set back since. */
    @Nullable
    Long bootUs(long line, @Nullable Long hostUs) {
        return hostUs == null || line < firstLine ? null : Long.valueOf(hostUs - aheadUs);
    }
}

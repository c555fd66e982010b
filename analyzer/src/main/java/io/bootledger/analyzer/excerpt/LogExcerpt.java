package io.bootledger.analyzer.excerpt;

import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.LogText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a boot's log that is worth keeping beside its numbers: the lines that state something, and what stands around
 * them.
 *
 * @param lines in the order in which they were read
 * @param leftOut lines that were read and not kept
 */
public record LogExcerpt(List<Line> lines, long leftOut) {
    public static final LogExcerpt EMPTY = new LogExcerpt(List.of(), 0);

    public LogExcerpt {
        lines = List.copyOf(lines);
    }

    /**
     * A line as it stood, frame and all.
     *
     * @param number its number in the log, from 1
     * @param time its time stamp; null where it has none
     * @param text cut where it is longer than the bounds allow
     * @param cutBytes how many bytes were cut off; 0 for a whole line
     */
    public record Line(long number, @Nullable BootTime time, LogText text, int cutBytes) {}
}

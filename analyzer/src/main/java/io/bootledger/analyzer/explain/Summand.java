package io.bootledger.analyzer.explain;

import java.util.List;

/**
 * One of the amounts that a figure is the sum of.
 *
 * @param what an init function, a device, or words
 * @param value in the figure's unit; negative for what is taken away
 * @param lines of the log that show it
 */
public record Summand(String what, long value, List<Long> lines) {
    public Summand {
        lines = List.copyOf(lines);
    }
}

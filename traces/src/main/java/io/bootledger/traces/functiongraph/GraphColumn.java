package io.bootledger.traces.functiongraph;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The columns that may stand before the functions, from left to right ({@code kernel/trace/trace_functions_graph.c},
 * {@code print_graph_prologue} and {@code print_graph_duration}; 6.1, 6.12).
 */
enum GraphColumn {
    /** {@code funcgraph-abstime}: seconds. */
    TIME("     TIME ", " *+\\d++\\.\\d++ \\|  "),
    RELATIVE_TIME("REL TIME", " *+\\d++ us \\|  "),
    CPU("CPU", " *+(?<cpu>\\d{1,6}+)\\) "),
    /** {@code funcgraph-proc}: seven characters of the name, and the pid. */
    TASK("TASK/PID", " *+.{0,15}?-(?<pid>\\d{1,9}+) *+\\| "),
    /** {@code latency-format}: flags. */
    FLAGS("||||", " *+\\S{1,9}+ \\| "),
    /** A mark for a long one ({@code trace_find_mark}), microseconds, and as many digits behind them as have room. */
    DURATION("DURATION", "(?:. (?<us>\\d{1,12}+)(?:\\.(?<fraction>\\d{1,3}+))? us *+| *+)\\|  ");

    private final String heading;
    private final String regex;

    GraphColumn(String heading, String regex) {
        this.heading = heading;
        this.regex = regex;
    }

    /** What stands before the functions, below a line of headings. */
    static String before(String headings) {
        return Arrays.stream(values())
                .filter(column -> headings.contains(column.heading))
                .map(column -> column.regex)
                .collect(Collectors.joining());
    }

    boolean isBelow(String headings) {
        return headings.contains(heading);
    }
}

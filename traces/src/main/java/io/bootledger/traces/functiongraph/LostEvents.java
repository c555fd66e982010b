package io.bootledger.traces.functiongraph;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that says that a CPU's buffer was full, so that events before the next of that CPU are missing ({@code kernel/trace/trace.c},
 * {@code print_trace_line}): {@code CPU:1 [LOST 43 EVENTS]}; {@code trace-cmd report} says {@code CPU:1 [43 EVENTS DROPPED]}.
 *
 * @param events how many; 1 where that is not known
 */
public record LostEvents(int cpu, long events) {
    private static final String HEAD = "CPU:";
    private static final Pattern LINE =
            Pattern.compile("CPU:(\\d{1,6}+) \\[(?:LOST (?:(\\d{1,12}+) )?EVENTS|(\\d{1,12}+) EVENTS DROPPED)\\]");

    /** Null for any other line. */
    public static @Nullable LostEvents of(String line) {
        if (!line.startsWith(HEAD)) {
            return null;
        }
        Matcher lost = LINE.matcher(line);
        if (!lost.matches()) {
            return null;
        }
        String number = lost.group(2) == null ? lost.group(3) : lost.group(2);
        return new LostEvents(Integer.parseInt(lost.group(1)), number == null ? 1 : Long.parseLong(number));
    }
}

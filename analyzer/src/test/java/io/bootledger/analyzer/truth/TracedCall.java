package io.bootledger.analyzer.truth;

import io.bootledger.traces.format.LogSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A built-in initcall as the trace events tell it: read here once more, by other means than the reader under test.
 *
 * @param startUs on the counter itself ({@code trace_clock=local}: {@code sched_clock}, without what makes stamps of it)
 */
record TracedCall(
        String function,
        int pid,
        @Nullable Integer returned,
        @Nullable String level,
        long startUs,
        @Nullable Long endUs) {
    private static final Pattern EVENT = Pattern.compile(
            "\\s*.+-(\\d+)\\s+\\[\\d+]\\s+\\S+\\s+(\\d+)\\.(\\d{6}): initcall_(level|start|finish): (\\S+)(?: ret=(-?\\d+))?.*");

    /** The built-in calls of a trace file, in order. */
    static List<TracedCall> read(Path trace) throws IOException {
        List<TracedCall> calls = new ArrayList<>();
        Map<String, Integer> open = new HashMap<>();
        String level = null;
        for (Matcher event : events(trace)) {
            int pid = Integer.parseInt(event.group(1));
            long us = Long.parseLong(event.group(2) + event.group(3));
            String value = event.group(5).substring(event.group(5).indexOf('=') + 1);
            if (event.group(4).equals("level")) {
                level = value;
            } else if (pid <= 1 && event.group(4).equals("start")) {
                open.put(value, calls.size());
                calls.add(new TracedCall(value.replaceFirst("\\+.*", ""), pid, null, level, us, null));
            } else if (pid <= 1) {
                int index = open.remove(value);
                TracedCall call = calls.get(index);
                calls.set(
                        index,
                        new TracedCall(
                                call.function, pid, Integer.valueOf(event.group(6)), call.level, call.startUs, us));
            }
        }
        return calls;
    }

    private static List<Matcher> events(Path trace) throws IOException {
        try (LogSource plain = LogSource.file(trace)) {
            return new String(plain.stream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(EVENT::matcher)
                    .filter(Matcher::matches)
                    .toList();
        }
    }
}

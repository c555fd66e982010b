package io.bootledger.analyzer.truth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A built-in initcall as the trace events tell it: read here once more, by other means than the reader under test. */
record TracedCall(
        String function,
        int pid,
        @Nullable Integer returned,
        @Nullable String level) {
    private static final Pattern EVENT = Pattern.compile(
            "\\s*.+-(\\d+)\\s+\\[\\d+]\\s+\\S+\\s+[\\d.]+: initcall_(level|start|finish): (\\S+)(?: ret=(-?\\d+))?.*");

    /** The built-in calls of a trace file, in order. */
    static List<TracedCall> read(Path trace) throws IOException {
        List<TracedCall> calls = new ArrayList<>();
        Map<String, Integer> open = new HashMap<>();
        String level = null;
        for (Matcher event : events(trace)) {
            int pid = Integer.parseInt(event.group(1));
            String value = event.group(3).substring(event.group(3).indexOf('=') + 1);
            if (event.group(2).equals("level")) {
                level = value;
            } else if (pid <= 1 && event.group(2).equals("start")) {
                open.put(value, calls.size());
                calls.add(new TracedCall(value.replaceFirst("\\+.*", ""), pid, null, level));
            } else if (pid <= 1) {
                int index = open.remove(value);
                TracedCall call = calls.get(index);
                calls.set(index, new TracedCall(call.function, pid, Integer.valueOf(event.group(4)), call.level));
            }
        }
        return calls;
    }

    private static List<Matcher> events(Path trace) throws IOException {
        InputStream bytes = Files.newInputStream(trace);
        try (InputStream plain = trace.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(EVENT::matcher)
                    .filter(Matcher::matches)
                    .toList();
        }
    }
}

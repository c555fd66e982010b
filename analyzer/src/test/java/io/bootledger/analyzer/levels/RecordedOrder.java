package io.bootledger.analyzer.levels;

import io.bootledger.traces.event.InitcallLevel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The built-in calls of a boot as ftrace or dmesg hold them: a reader of its own, so that it shares no fault with the product. */
final class RecordedOrder {
    /** @param level null in a dmesg */
    record Call(String function, int pid, @Nullable InitcallLevel level) {}

    private static final Pattern TRACED =
            Pattern.compile("\\s*.*-(\\d+)\\s+\\[\\d+\\].*?: (initcall_level|initcall_start): (?:level|func)=(\\S+)");
    private static final Pattern PRINTED = Pattern.compile("(?:\\[[^\\]]*\\]\\s*)+calling  ([^ +]+)\\+\\S+ @ (\\d+)");

    static List<Call> ofTrace(Path file) throws IOException {
        List<Call> calls = new ArrayList<>();
        InitcallLevel level = null;
        for (String line : lines(file)) {
            Matcher event = TRACED.matcher(line);
            if (!event.lookingAt()) {
                continue;
            }
            if (event.group(2).equals("initcall_level")) {
                level = InitcallLevel.ofName(event.group(3));
            } else if (Integer.parseInt(event.group(1)) <= 1 && !line.endsWith("]")) {
                add(calls, event.group(3), event.group(1), level);
            }
        }
        return calls;
    }

    static List<Call> ofDmesg(Path file) throws IOException {
        List<Call> calls = new ArrayList<>();
        for (String line : lines(file)) {
            Matcher call = PRINTED.matcher(line);
            if (call.matches() && Integer.parseInt(call.group(2)) <= 1) {
                add(calls, call.group(1), call.group(2), null);
            }
        }
        return calls;
    }

    /** The file of that name, plain or gzipped; null when there is none. */
    static @Nullable Path find(Path folder, String name) {
        Path plain = folder.resolve(name);
        Path packed = folder.resolve(name + ".gz");
        return Files.exists(plain) ? plain : Files.exists(packed) ? packed : null;
    }

    static InputStream open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    }

    private static void add(List<Call> calls, String symbol, String pid, @Nullable InitcallLevel level) {
        int plus = symbol.indexOf('+');
        String function = plus < 0 ? symbol : symbol.substring(0, plus);
        calls.add(new Call(function, Integer.parseInt(pid), level));
    }

    static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.ISO_8859_1))) {
            return reader.lines().toList();
        }
    }

    private RecordedOrder() {}
}

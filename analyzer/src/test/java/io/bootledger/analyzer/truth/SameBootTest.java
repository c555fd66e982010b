package io.bootledger.analyzer.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.ftrace.TraceJoin;
import io.bootledger.traces.ftrace.TracedBoot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real boots beside each other's traces, and beside their own with a clock at another pace: only the right pairs are joined. */
class SameBootTest {
    private static final String MORE = System.getenv("BOOTLEDGER_TRACES");
    private static final Pattern STAMP = Pattern.compile("(?<=\\] \\S{1,8} {1,12})\\d+\\.\\d{6}(?=: )");
    private static final List<Double> PACES = List.of(0.95, 1.03, 1.05, 2.0);

    @Test
    void aTraceIsJoinedWithTheLogOfItsBootAlone() throws IOException {
        assumeThat(MORE).isNotNull();
        List<Path> boots = boots();
        List<String> traces = new ArrayList<>();
        for (Path boot : boots) {
            traces.add(text(boot.resolve("trace.txt.xz")));
        }
        assertThat(boots).hasSize(9);
        for (int log = 0; log < boots.size(); log++) {
            for (int trace = 0; trace < traces.size(); trace++) {
                assertThat(isJoined(boots.get(log), traces.get(trace)))
                        .as("%s with the trace of %s", boots.get(log), boots.get(trace))
                        .isEqualTo(log == trace);
            }
            for (double pace : PACES) {
                assertThat(isJoined(boots.get(log), atPace(traces.get(log), pace)))
                        .as("%s at a pace of %s", boots.get(log), pace)
                        .isFalse();
            }
        }
    }

    private static String atPace(String trace, double pace) {
        return STAMP.matcher(trace)
                .replaceAll(stamp -> String.format(Locale.ROOT, "%.6f", Double.parseDouble(stamp.group()) * pace));
    }

    private static boolean isJoined(Path boot, String trace) throws IOException {
        byte[] bytes = trace.getBytes(StandardCharsets.UTF_8);
        TracedBoot traced = TracedBoot.read(LogSource.stream("trace.txt", new ByteArrayInputStream(bytes)));
        TraceJoin join = new TraceJoin(traced, event -> {});
        try (LogSource log = LogSource.file(boot.resolve("dmesg.txt"))) {
            LogReader.read(log, ReadingOptions.NUMBERS, join);
        }
        return join.isJoined();
    }

    private static String text(Path file) throws IOException {
        try (LogSource source = LogSource.file(file)) {
            return new String(source.stream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> boots() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(MORE, "causes"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("trace.txt.xz")))
                    .sorted()
                    .toList();
        }
    }
}

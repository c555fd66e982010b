package io.bootledger.analyzer.truth;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.clock.DoubtfulStretch;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A boot's stamps beside its trace. {@code ClockTruth FOLDER...} writes one row for each boot in the folders: how long it took from
 * the first initcall of pid 1 to the last before the clock source was switched, by both clocks, what the log says of the difference
 * ({@code missing}), the same of all initcalls after it, and how far off the two durations of an initcall are before it, added up.
 *
 * @param before initcalls up to the switch
 * @param after those that follow
 */
record ClockTruth(Path boot, Span before, Span after, long stampsOffUs, long reportsOffUs, ClockDoubts doubts) {
    /** A stretch of the boot by both clocks. */
    record Span(long tracedUs, long stampedUs) {
        boolean isOffBy5Percent() {
            return Math.abs(tracedUs - stampedUs) * 20 > tracedUs;
        }
    }

    private record Pair(TracedCall traced, Initcall stamped) {}

    public static void main(String[] folders) throws IOException {
        System.out.println(
                "| boot | traced ms | stamped ms | missing ms | after: traced | stamped | stamps off | reports off | doubt | true |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (String folder : folders) {
            for (Path boot : boots(Path.of(folder)).toList()) {
                ClockTruth truth = of(boot);
                if (truth != null) {
                    System.out.println(truth.row());
                }
            }
        }
    }

    /** The folders that hold a log and a trace of the same boot. */
    static Stream<Path> boots(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside
                    .filter(boot -> file(boot, "dmesg.txt") != null && file(boot, "trace.txt") != null)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Null where the log has no initcall before the switch, or the trace is not whole. */
    static @Nullable ClockTruth of(Path boot) throws IOException {
        BootAnalysis analysis = analyze(Objects.requireNonNull(file(boot, "dmesg.txt")));
        List<TracedCall> traced = TracedCall.read(Objects.requireNonNull(file(boot, "trace.txt")));
        List<Initcall> stamped = analysis.timeline().initcalls().stream()
                .filter(call -> call.module() == null && call.pid() != null && call.pid() <= 1)
                .toList();
        int more = traced.size() - stamped.size();
        if (more < 0 || stamped.isEmpty()) {
            return null;
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < stamped.size(); i++) {
            if (stamped.get(i).pid() == 1
                    && traced.get(i + more).endUs() != null
                    && stamped.get(i).endUs() != null) {
                pairs.add(new Pair(traced.get(i + more), stamped.get(i)));
            }
        }
        int switching = switching(pairs);
        List<Pair> before = pairs.subList(0, switching);
        return new ClockTruth(
                boot,
                span(before),
                span(pairs.subList(switching, pairs.size())),
                before.stream()
                        .mapToLong(pair -> Math.abs(took(pair.traced) - took(pair.stamped)))
                        .sum(),
                before.stream()
                        .mapToLong(
                                pair -> Math.abs(took(pair.traced) - Objects.requireNonNull(pair.stamped.reportedUs())))
                        .sum(),
                analysis.accounting().doubts());
    }

    /** It selects the clock source, and so is itself neither before nor after. */
    private static int switching(List<Pair> pairs) {
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).stamped.function().equals("clocksource_done_booting")) {
                return i;
            }
        }
        throw new IllegalArgumentException("no clock source is selected");
    }

    private static Span span(List<Pair> pairs) {
        Pair first = pairs.get(0);
        Pair last = pairs.get(pairs.size() - 1);
        return new Span(
                Objects.requireNonNull(last.traced.endUs()) - first.traced.startUs(),
                Objects.requireNonNull(last.stamped.endUs()) - Objects.requireNonNull(first.stamped.startUs()));
    }

    private static long took(TracedCall call) {
        return Objects.requireNonNull(call.endUs()) - call.startUs();
    }

    private static long took(Initcall call) {
        return Objects.requireNonNull(call.endUs()) - Objects.requireNonNull(call.startUs());
    }

    /** Whether the initcalls before the switch are said to be in doubt. */
    boolean isDoubted() {
        return !doubts.stretches().isEmpty();
    }

    @Nullable
    Long missingUs() {
        return doubts.stretches().stream()
                .map(DoubtfulStretch::missingUs)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String row() {
        Long missing = missingUs();
        return "| " + boot.getFileName() + " | " + millis(before.tracedUs) + " | " + millis(before.stampedUs) + " | "
                + (missing == null ? "" : millis(missing)) + " | " + millis(after.tracedUs) + " | "
                + millis(after.stampedUs) + " | "
                + millis(stampsOffUs) + " | " + millis(reportsOffUs) + " | " + (isDoubted() ? "yes" : "no") + " | "
                + (before.isOffBy5Percent() ? "yes" : "no") + " |";
    }

    private static String millis(long us) {
        return Long.toString(Math.round(us / 1_000.0));
    }

    private static @Nullable Path file(Path boot, String name) {
        return Stream.of("", ".gz", ".xz", ".zst")
                .map(suffix -> boot.resolve(name + suffix))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    private static BootAnalysis analyze(Path log) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        LogReader.read(
                LogSource.file(log),
                ReadingOptions.NUMBERS,
                new BootAnalyzer(log.toString(), AnalysisOptions.LOG_ONLY, boots::add));
        return boots.get(0);
    }
}

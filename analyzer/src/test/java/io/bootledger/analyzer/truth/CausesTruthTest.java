package io.bootledger.analyzer.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.waits.CallWaits;
import io.bootledger.analyzer.waits.Wait;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.ftrace.TraceJoin;
import io.bootledger.traces.ftrace.TracedBoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a log alone says of waits, and what it says with its trace, against the scheduler's events of the same boots: those below
 * {@code causes} in the folder that the environment variable BOOTLEDGER_TRACES names.
 */
class CausesTruthTest {
    private static final String MORE = System.getenv("BOOTLEDGER_TRACES");

    /** Where the events tell a class apart that a log can only give as one. */
    private static final Map<String, Set<String>> SAME = Map.of(
            "async", Set.of("async", "deviceprobe"),
            "deferredprobe", Set.of("deferredprobe", "flushwork"),
            "traceinit", Set.of("traceinit", "flushwork", "mutex"));

    /**
     * Three sleeps of four boots that the truth was told by {@code schedule_timeout}, in which they all are, and not by what they wait for:
     * a work item, and an interrupt.
     */
    private static final Set<String> TOLD_BY_THE_CLOCK = Set.of("acpi_init", "i8042_init", "damon_stat_init");

    /** What the documentation says of a boot: {@code | o1, 6.1, 1 CPU | 903.5 | 96 | 64 | 0 | 10 of 10 |}. */
    private static final Path DOCUMENTED = Path.of("..", "docs", "causes.md");

    private final Tally all = new Tally();
    private final SoftAssertions documented = new SoftAssertions();

    /** Times of one boot or of all, and how many claims the truth lies in. */
    private static final class Tally {
        private long blocked;
        private long right;
        private long sure;
        private long empty;
        private int held;
        private int claims;

        void add(Tally other) {
            blocked += other.blocked;
            right += other.right;
            sure += other.sure;
            empty += other.empty;
            held += other.held;
            claims += other.claims;
        }

        String ofLog() {
            return String.join(
                    " | ",
                    millis(blocked),
                    Long.toString(percent(right)),
                    Long.toString(percent(sure)),
                    Long.toString(Math.round(empty / 1_000.0)),
                    held + " of " + claims);
        }

        String ofTrace() {
            return String.join(
                    " | ",
                    millis(blocked),
                    String.format(Locale.ROOT, "%.1f", 100.0 * Math.min(right, sure) / blocked),
                    held + " of " + claims);
        }

        private long percent(long us) {
            return Math.round(100.0 * us / blocked);
        }

        private static String millis(long us) {
            return String.format(Locale.ROOT, "%.1f", us / 1_000.0);
        }
    }

    @Test
    void whatTheLogSaysOfWaitsIsTrue() throws IOException {
        assumeThat(MORE).isNotNull();
        for (Path boot : boots()) {
            Tally tally = judge(boot, analyze(boot.resolve("dmesg.txt"), sink -> sink));
            assertDocumented(boot, tally.ofLog());
            all.add(tally);
        }
        assertDocumented("all", all.ofLog());
        assertThat(100 * all.right / all.blocked).as("%% of the right class").isGreaterThanOrEqualTo(90);
        assertThat(100 * all.sure / all.blocked).as("%% below the lower bounds").isGreaterThanOrEqualTo(55);
        assertThat(100 * all.empty / all.blocked).as("%% of empty claims").isLessThanOrEqualTo(5);
    }

    @Test
    void whatTheTraceSaysOfWaitsIsTrueAndAllOfIt() throws IOException {
        assumeThat(MORE).isNotNull();
        for (Path boot : boots()) {
            TracedBoot trace = TracedBoot.read(LogSource.file(boot.resolve("trace.txt.xz")));
            Tally tally = judge(boot, analyze(boot.resolve("dmesg.txt"), sink -> new TraceJoin(trace, sink)));
            assertDocumented(boot, tally.ofTrace());
            all.add(tally);
        }
        assertDocumented("all", all.ofTrace());
        assertThat(1_000 * all.sure / all.blocked).as("per mille measured").isGreaterThanOrEqualTo(995);
        assertThat(all.empty).isLessThan(10_000);
    }

    @Test
    void aTraceOfAnotherBootIsRefused() throws IOException {
        assumeThat(MORE).isNotNull();
        for (Path other : boots()) {
            TracedBoot trace = TracedBoot.read(LogSource.file(other.resolve("trace.txt.xz")));
            for (Path log : boots()) {
                TraceJoin join = new TraceJoin(trace, event -> {});
                LogReader.read(LogSource.file(log.resolve("dmesg.txt")), ReadingOptions.NUMBERS, join);
                assertThat(join.isJoined()).as("%s with %s", log, other).isEqualTo(log.equals(other));
            }
        }
    }

    private static List<Path> boots() throws IOException {
        try (Stream<Path> inside = Files.list(Path.of(MORE, "causes"))) {
            return inside.filter(boot -> Files.exists(boot.resolve("truth.tsv")))
                    .sorted()
                    .toList();
        }
    }

    private void assertDocumented(Path folder, String figures) throws IOException {
        String name = folder.getFileName().toString();
        assertDocumented(name.substring(0, name.indexOf('-')), figures);
    }

    /** Soft, so that one run tells all figures that are to be written down anew. */
    private void assertDocumented(String boot, String figures) throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENTED).stream()
                .filter(row -> row.startsWith("| " + boot + ",") || row.startsWith("| " + boot + " "))
                .map(row -> row.substring(row.indexOf(" | ") + 3))
                .toList();
        documented.assertThat(rows).as(boot).contains(figures + " |");
    }

    @AfterEach
    void theFiguresAreThoseOfTheDocumentation() {
        documented.assertAll();
    }

    private Tally judge(Path folder, BootAnalysis boot) throws IOException {
        Tally tally = new Tally();
        Map<String, Integer> seen = new HashMap<>();
        List<String> rows = Files.readAllLines(folder.resolve("truth.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            if (cells[3].endsWith("-0") || cells[3].endsWith("-1")) {
                int nth = seen.merge(cells[2], 1, Integer::sum) - 1;
                judge(folder + " " + cells[2], claims(boot, cells[2], nth), real(cells[11]), tally);
            }
        }
        return tally;
    }

    private static void judge(String call, List<Wait> claims, Map<String, Long> real, Tally tally) {
        tally.blocked += real.values().stream().mapToLong(Long::longValue).sum();
        for (Wait wait : claims) {
            Set<String> names =
                    SAME.getOrDefault(wait.what().toString(), Set.of(wait.what().toString()));
            long truth = names.stream()
                    .mapToLong(name -> real.getOrDefault(name, 0L))
                    .sum();
            long low = wait.us().lowUs();
            long high = wait.us().highUs();
            boolean toldApart = wait.evidence() == CauseEvidence.MEASURED
                    && TOLD_BY_THE_CLOCK.contains(call.substring(call.lastIndexOf(' ') + 1));
            boolean held = low - low / 50 - 500 <= truth && truth <= high + high / 20 + 500;
            assertThat(held || toldApart)
                    .as("%s, %s, truly %d", call, wait, truth)
                    .isTrue();
            tally.claims++;
            tally.held += held ? 1 : 0;
            tally.right += Math.min(truth, high);
            tally.sure += Math.min(truth, low);
            tally.empty += high > 1_000 && truth * 20 < high ? high : 0;
        }
    }

    private static Map<String, Long> real(String waits) {
        Map<String, Long> real = new HashMap<>();
        for (String wait : waits.split(";")) {
            String[] parts = wait.split(":");
            if (parts.length > 1) {
                real.merge(parts[0].split(" ")[0], Long.valueOf(parts[1]), Long::sum);
            }
        }
        return real;
    }

    private static List<Wait> claims(BootAnalysis boot, String function, int nth) {
        List<Initcall> calls = boot.timeline().initcalls();
        List<CallWaits> waits = boot.accounting().waits().initcalls();
        int found = 0;
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).function().equals(function) && calls.get(i).onBootThread() && found++ == nth) {
                return waits.get(i).waits();
            }
        }
        return List.of();
    }

    private static BootAnalysis analyze(Path log, UnaryOperator<EventSink> trace) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        LogReader.read(
                LogSource.file(log),
                ReadingOptions.NUMBERS,
                trace.apply(new BootAnalyzer(log.toString(), AnalysisOptions.LOG_ONLY, boots::add)));
        return boots.get(0);
    }
}

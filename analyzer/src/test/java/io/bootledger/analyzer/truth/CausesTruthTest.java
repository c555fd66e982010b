package io.bootledger.analyzer.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.waits.InitcallWaits;
import io.bootledger.analyzer.waits.Wait;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a log alone says of waits, against the scheduler's events of the same boots: those below {@code causes} in the folder that the
 * environment variable BOOTLEDGER_TRACES names.
 */
class CausesTruthTest {
    private static final String MORE = System.getenv("BOOTLEDGER_TRACES");

    /** Where the events tell a class apart that a log can only give as one. */
    private static final Map<String, Set<String>> SAME = Map.of(
            "async", Set.of("async", "deviceprobe"),
            "deferredprobe", Set.of("deferredprobe", "flushwork"),
            "traceinit", Set.of("traceinit", "flushwork", "mutex"));

    private long blocked;
    private long right;
    private long sure;
    private long empty;

    @Test
    void whatTheLogSaysOfWaitsIsTrue() throws IOException {
        assumeThat(MORE).isNotNull();
        for (Path boot : boots()) {
            judge(boot);
        }
        assertThat(100 * right / blocked).as("%% of the right class").isGreaterThanOrEqualTo(90);
        assertThat(100 * sure / blocked).as("%% below the lower bounds").isGreaterThanOrEqualTo(55);
        assertThat(100 * empty / blocked).as("%% of empty claims").isLessThanOrEqualTo(5);
    }

    private static List<Path> boots() throws IOException {
        try (Stream<Path> inside = Files.list(Path.of(MORE, "causes"))) {
            return inside.filter(boot -> Files.exists(boot.resolve("truth.tsv")))
                    .sorted()
                    .toList();
        }
    }

    private void judge(Path folder) throws IOException {
        BootAnalysis boot = analyze(folder.resolve("dmesg.txt"));
        Map<String, Integer> seen = new HashMap<>();
        List<String> rows = Files.readAllLines(folder.resolve("truth.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            if (cells[3].endsWith("-0") || cells[3].endsWith("-1")) {
                int nth = seen.merge(cells[2], 1, Integer::sum) - 1;
                judge(folder + " " + cells[2], claims(boot, cells[2], nth), real(cells[11]));
            }
        }
    }

    private void judge(String call, List<Wait> claims, Map<String, Long> real) {
        blocked += real.values().stream().mapToLong(Long::longValue).sum();
        for (Wait wait : claims) {
            Set<String> names =
                    SAME.getOrDefault(wait.what().toString(), Set.of(wait.what().toString()));
            long truth = names.stream()
                    .mapToLong(name -> real.getOrDefault(name, 0L))
                    .sum();
            long low = wait.us().lowUs();
            long high = wait.us().highUs();
            assertThat(truth).as("%s, %s", call, wait).isBetween(low - low / 50 - 500, high + high / 20 + 500);
            assertThat(wait.evidence()).isNotEqualTo(CauseEvidence.MEASURED);
            right += Math.min(truth, high);
            sure += Math.min(truth, low);
            empty += high > 1_000 && truth * 20 < high ? high : 0;
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
        List<InitcallWaits> waits = boot.accounting().waits().initcalls();
        int found = 0;
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).function().equals(function) && calls.get(i).onBootThread() && found++ == nth) {
                return waits.get(i).waits();
            }
        }
        return List.of();
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

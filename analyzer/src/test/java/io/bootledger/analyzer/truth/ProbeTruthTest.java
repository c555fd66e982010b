package io.bootledger.analyzer.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.schedule.ScheduledCall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.waits.CallWaits;
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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The probes of real boots beside their traces: those that {@code probes.tsv} gives to a call of the boot thread are opened, and what
 * they slept is no more than what the truth says that their call slept.
 */
class ProbeTruthTest {
    private static final String MORE = System.getenv("BOOTLEDGER_TRACES");

    @Test
    void eachProbeOfTheBootThreadIsOpenedByTheTrace() throws IOException {
        assumeThat(MORE).isNotNull();
        int opened = 0;
        for (Path folder : boots()) {
            BootAnalysis boot = analyze(folder);
            Map<String, Long> blocked = blocked(folder);
            for (String[] row : rows(folder.resolve("probes.tsv"))) {
                boolean ofBootThread = row[4].endsWith("-1") && !row[6].equals("-");
                if (ofBootThread) {
                    ScheduledCall scheduled = opened(boot, row[1], Long.parseLong(row[3]));
                    assertThat(scheduled).as("%s, %s", folder, row[1]).isNotNull();
                    assertThat(scheduled.asleepUs())
                            .as("%s, %s in %s", folder, row[1], row[6])
                            .isLessThanOrEqualTo(blocked.get(row[6]) + 500);
                    opened++;
                }
            }
        }
        assertThat(opened).isGreaterThan(100);
    }

    private static ScheduledCall opened(BootAnalysis boot, String device, long durationUs) {
        List<Probe> probes = boot.timeline().probes();
        List<CallWaits> waits = boot.accounting().waits().probes();
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            if (probe.device().equals(device) && probe.knownDurationUs() == durationUs) {
                return waits.get(i).scheduled();
            }
        }
        return null;
    }

    /** What the calls of each name slept together, by the truth. */
    private static Map<String, Long> blocked(Path folder) throws IOException {
        Map<String, Long> blocked = new HashMap<>();
        for (String[] row : rows(folder.resolve("truth.tsv"))) {
            blocked.merge(row[2], Long.valueOf(row[10]), Long::sum);
        }
        return blocked;
    }

    private static List<String[]> rows(Path table) throws IOException {
        List<String> lines = Files.readAllLines(table);
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static List<Path> boots() throws IOException {
        try (Stream<Path> inside = Files.list(Path.of(MORE, "causes"))) {
            return inside.filter(boot -> Files.exists(boot.resolve("truth.tsv")))
                    .sorted()
                    .toList();
        }
    }

    private static BootAnalysis analyze(Path folder) throws IOException {
        TracedBoot trace = TracedBoot.read(LogSource.file(folder.resolve("trace.txt.xz")));
        List<BootAnalysis> boots = new ArrayList<>();
        BootAnalyzer analyzer = new BootAnalyzer(folder.toString(), AnalysisOptions.LOG_ONLY, boots::add);
        LogReader.read(
                LogSource.file(folder.resolve("dmesg.txt")), ReadingOptions.NUMBERS, new TraceJoin(trace, analyzer));
        return boots.get(0);
    }
}

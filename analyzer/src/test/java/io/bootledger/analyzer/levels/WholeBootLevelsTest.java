package io.bootledger.analyzer.levels;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.symbols.SymbolTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeBootLevelsTest {
    private static final Path SAMPLES = Path.of("..", "traces", "samples");

    @Test
    void levelLinesPlaceEveryBuiltInCall() throws IOException {
        List<Initcall> calls = analyzed("amd64-7.2-cloud/dmesg.txt", AnalysisOptions.LOG_ONLY);

        assertThat(levels(calls)).isEqualTo(truth("amd64-7.2-cloud"));
        assertThat(calls).allMatch(Initcall::levelCertain);
        assertThat(calls).noneMatch(call -> call.levelEvidence() == LevelEvidence.INFERRED);
    }

    @Test
    void ftracePlacesEveryBuiltInCall() throws IOException {
        List<Initcall> calls = analyzed("amd64-6.1-cloud/trace.txt.gz", AnalysisOptions.LOG_ONLY);

        assertThat(levels(calls)).isEqualTo(truth("amd64-6.1-cloud"));
    }

    @Test
    void theSymbolTablePlacesEveryBuiltInCallDownToItsHalf() throws Exception {
        SymbolTable table;
        try (InputStream stream = RecordedOrder.open(SAMPLES.resolve("amd64-6.1-cloud/kallsyms-initcalls.txt"))) {
            table = SymbolTable.read(stream);
        }
        List<Initcall> calls = analyzed("amd64-6.1-cloud/dmesg.txt", new AnalysisOptions(table));

        assertThat(levels(calls)).isEqualTo(truth("amd64-6.1-cloud"));
        assertThat(calls)
                .filteredOn(call -> call.level() == InitcallLevel.ROOTFS)
                .extracting(Initcall::function)
                .contains("populate_rootfs");
        assertThat(calls)
                .filteredOn(call -> call.level() != InitcallLevel.MODULE)
                .allMatch(call -> call.levelCertain() && call.levelSync() != null);
    }

    private static List<Initcall> analyzed(String log, AnalysisOptions options) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        try (LogSource source = LogSource.file(SAMPLES.resolve(log))) {
            LogReader.read(source, ReadingOptions.NUMBERS, new BootAnalyzer(log, options, boots::add));
        }
        return boots.get(0).timeline().initcalls();
    }

    /** Built-in calls as {@code function level}, rootfs as ftrace knows it. */
    private static List<String> levels(List<Initcall> calls) {
        return calls.stream()
                .filter(call -> call.level() != InitcallLevel.MODULE)
                .map(call -> call.function() + " " + (call.level() == InitcallLevel.ROOTFS ? "fs" : call.level()))
                .toList();
    }

    private static List<String> truth(String sample) throws IOException {
        return RecordedOrder.ofTrace(SAMPLES.resolve(sample).resolve("trace.txt.gz")).stream()
                .map(call -> call.function() + " " + call.level())
                .toList();
    }
}

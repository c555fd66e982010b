package io.bootledger.analyzer;

import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The logs of real boots: those that come with the project, and those in {@code BOOTLEDGER_TRACES} where there are any. */
public final class RecordedLogs {
    private static final Path OURS = Path.of("..", "traces", "samples");
    private static final List<String> FOLDERS = List.of("real", "wild", "wild2", "causes", "axis");
    private static final String LOG = "((dmesg|kmsg|console)\\..*|.*\\.log(\\.xz)?)";

    private RecordedLogs() {}

    public static List<Path> all() throws IOException {
        List<Path> logs = new ArrayList<>(in(OURS));
        String more = System.getenv("BOOTLEDGER_TRACES");
        if (more != null) {
            for (String folder : FOLDERS) {
                logs.addAll(in(Path.of(more, folder)));
            }
        }
        return logs;
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(LOG))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** The boots in a log. */
    public static List<BootAnalysis> analyzed(Path log) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        BootAnalyzer analyzer = new BootAnalyzer(log.toString(), AnalysisOptions.LOG_ONLY, boots::add);
        LogReader.read(LogSource.file(log), ReadingOptions.EVERYTHING, analyzer);
        return boots;
    }
}

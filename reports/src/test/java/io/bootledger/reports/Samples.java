package io.bootledger.reports;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The logs of real boots that come with the project. */
public final class Samples {
    private static final Path FOLDER = Path.of("..", "traces", "samples");

    /** Every log that a machine printed. */
    public static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER, 2)) {
            return files.filter(file -> file.getFileName().toString().matches("(dmesg|console)\\..*"))
                    .sorted()
                    .toList();
        }
    }

    /** The boots of a log. */
    public static List<BootAnalysis> boots(Path log) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        String name = FOLDER.relativize(log).toString();
        LogReader.read(
                LogSource.file(log),
                ReadingOptions.EVERYTHING,
                new BootAnalyzer(name, AnalysisOptions.LOG_ONLY, boots::add));
        return boots;
    }

    private Samples() {}
}

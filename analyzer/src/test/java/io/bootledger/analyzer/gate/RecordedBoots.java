package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Boots out of log files. */
public final class RecordedBoots {
    static final Path SAMPLES = Path.of("..", "traces", "samples");

    /** Every boot of a folder, in the order of the file names. */
    public static List<BootMeasures> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<BootMeasures> boots = new ArrayList<>();
            files.sorted().forEach(file -> boots.addAll(of(file)));
            return boots;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<BootMeasures> of(Path file) {
        List<BootMeasures> boots = new ArrayList<>();
        try {
            LogReader.read(
                    LogSource.file(file),
                    ReadingOptions.NUMBERS,
                    new BootAnalyzer(
                            file.getFileName().toString(),
                            AnalysisOptions.LOG_ONLY,
                            boot -> boots.add(BootMeasures.of(boot))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return boots;
    }

    private RecordedBoots() {}
}

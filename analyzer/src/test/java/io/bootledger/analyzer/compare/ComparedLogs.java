package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Boots out of logs. */
final class ComparedLogs {
    private static final Path SAMPLES = Path.of("..", "traces", "samples");

    static Comparison of(List<ComparedBoot> baseline, List<ComparedBoot> candidate) {
        return Comparison.of(baseline, candidate, false, Set.of());
    }

    static Comparison ofLogs(String baseline, String candidate) {
        return of(List.of(boot(baseline)), List.of(boot(candidate)));
    }

    static ComparedBoot boot(String log) {
        return read(() -> LogSource.stream("a log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))))
                .get(0);
    }

    static List<ComparedBoot> sample(String name) {
        return read(() -> LogSource.file(SAMPLES.resolve(name)));
    }

    private interface Opening {
        LogSource open() throws IOException;
    }

    private static List<ComparedBoot> read(Opening opening) {
        List<ComparedBoot> boots = new ArrayList<>();
        try (LogSource source = opening.open()) {
            LogReader.read(
                    source,
                    ReadingOptions.NUMBERS,
                    new BootAnalyzer("a log", AnalysisOptions.LOG_ONLY, boot -> boots.add(ComparedBoot.of(boot))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return boots;
    }

    private ComparedLogs() {}
}

package io.bootledger.readmodels;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.BootOrigin;
import io.bootledger.traces.store.EventStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The real logs among the samples. */
final class Samples {
    private static final Path ROOT = Path.of("..", "traces", "samples");

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.getFileName().toString().matches("(dmesg|kmsg|console|trace)\\..*"))
                    .sorted()
                    .toList();
        }
    }

    static Path log(String name) {
        return ROOT.resolve(name);
    }

    /** Keeps the one boot of a log. */
    static BootId keep(EventStore store, Path log, Map<String, String> tags) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        read(log, ReadingOptions.EVERYTHING, events::add);
        try (var writer = store.append(new BootOrigin(log.toString(), 1, new TreeMap<>(tags)))) {
            for (RecordedEvent event : events) {
                writer.accept(event);
                if (event.event() instanceof BootRecorded) {
                    return writer.commit().id();
                }
            }
        }
        throw new IllegalStateException("no boot in " + log);
    }

    static BootAnalysis analysis(Path log) {
        List<BootAnalysis> boots = new ArrayList<>();
        read(log, ReadingOptions.NUMBERS, new BootAnalyzer(log.toString(), AnalysisOptions.LOG_ONLY, boots::add));
        return boots.get(0);
    }

    private static void read(Path log, ReadingOptions options, EventSink sink) {
        try (LogSource source = LogSource.file(log)) {
            LogReader.read(source, options, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Samples() {}
}

package io.bootledger.traces;

import io.bootledger.traces.event.RecordedEvent;
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
public final class Samples {
    private static final Path OURS = Path.of("samples");

    /** Every log that comes with the project. */
    public static List<Path> ours() throws IOException {
        return logs(OURS);
    }

    /** Every log there is. */
    public static List<Path> all() throws IOException {
        List<Path> logs = new ArrayList<>(ours());
        String more = System.getenv("BOOTLEDGER_TRACES");
        if (more != null) {
            logs.addAll(logs(Path.of(more, "real")));
            logs.addAll(logs(Path.of(more, "wild")));
        }
        return logs;
    }

    private static List<Path> logs(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(
                            file -> file.getFileName().toString().matches("((dmesg|kmsg|console|trace)\\..*|.*\\.log)"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** Everything that a log states. */
    public static List<RecordedEvent> events(Path log) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        LogReader.read(LogSource.file(log), ReadingOptions.EVERYTHING, events::add);
        return events;
    }

    private Samples() {}
}

package io.bootledger.readmodels;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.FileEventStore;
import io.bootledger.traces.store.FileMark;
import io.bootledger.traces.stream.EventsRead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a boot.
 *
 * @param made null when the boot cannot be read
 * @param damage why not; null when it can
 */
record Folded(BootId id, @Nullable Made made, @Nullable IOException damage) {
    /** @param mark of the boot's file before it was read */
    record Made(BootHeader header, FileMark mark, BootSummary summary, EventsRead read) {}

    static Folded of(FileEventStore store, BootId id) {
        try {
            return new Folded(id, made(store, store.mark(id), store.header(id)), null);
        } catch (IOException e) {
            return new Folded(id, null, e);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return new Folded(id, null, new IOException("its events make no boot: " + e, e));
        }
    }

    private static Made made(FileEventStore store, FileMark mark, BootHeader header) throws IOException {
        List<BootSummary> summaries = new ArrayList<>();
        EventsRead read = store.read(
                header.id(),
                new BootAnalyzer(
                        header.origin().log(),
                        header.origin().number(),
                        AnalysisOptions.LOG_ONLY,
                        boot -> summaries.add(BootSummary.of(boot))));
        if (summaries.size() != 1) {
            throw new IOException("its events do not end as a boot's");
        }
        return new Made(header, mark, summaries.get(0), read);
    }
}

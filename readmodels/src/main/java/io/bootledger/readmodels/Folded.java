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

/** What came of reading a boot. */
sealed interface Folded {
    /** @param mark of the boot's file before it was read */
    record Made(BootHeader header, FileMark mark, BootSummary summary, EventsRead read) implements Folded {
        BootId id() {
            return header.id();
        }
    }

    /** @param how why it cannot be read */
    record Damaged(BootId id, IOException how) implements Folded {}

    static Folded of(FileEventStore store, BootId id) {
        try {
            return made(store, store.mark(id), store.header(id));
        } catch (IOException e) {
            return new Damaged(id, e);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return new Damaged(id, new IOException("its events make no boot: " + e, e));
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

package io.bootledger.readmodels;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.compare.BootSummary;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.EventsRead;
import io.bootledger.traces.store.FileEventStore;
import io.bootledger.traces.store.ViewFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings the summaries of a store up to date. Two at a time do the same work twice, and either's file is whole. */
final class SummaryUpdate {
    private static final String NAME = "summaries";

    private final FileEventStore store;
    private final Remembering hears;
    private final ViewFile view;

    SummaryUpdate(FileEventStore store, Remembering hears) {
        this.store = store;
        this.hears = hears;
        this.view = store.view(NAME);
    }

    StoredSummaries run() throws IOException {
        List<BootId> boots = store.boots();
        FileChannel channel = view.open();
        SummaryFile there = channel == null ? null : SummaryFile.open(channel);
        if (there != null && there.boots().keySet().equals(new HashSet<>(boots))) {
            return new StoredSummaries(channel, there);
        }
        try (channel) {
            return renewed(there == null ? SummaryFile.empty() : there, boots);
        }
    }

    private StoredSummaries renewed(SummaryFile old, List<BootId> boots) throws IOException {
        ViewFile.Next next = view.next();
        try {
            try (var out = next.out()) {
                SummaryFileWriter writer = new SummaryFileWriter(out, old.keys());
                takeOver(old, boots, writer);
                summarize(
                        boots.stream()
                                .filter(id -> !old.boots().containsKey(id))
                                .toList(),
                        writer);
                writer.end();
            }
            return new StoredSummaries(next, SummaryFile.open(next.commit()));
        } catch (IOException | RuntimeException e) {
            next.close();
            throw e;
        }
    }

    private static void takeOver(SummaryFile old, List<BootId> boots, SummaryFileWriter writer) throws IOException {
        Set<BootId> wanted = new HashSet<>(boots);
        for (Remembered boot : old.boots().values()) {
            if (wanted.contains(boot.id())) {
                writer.add(boot, old.packed(boot));
            }
        }
    }

    private void summarize(List<BootId> boots, SummaryFileWriter writer) throws IOException {
        hears.begins(boots.size());
        for (BootId id : boots) {
            summarize(id, writer);
        }
    }

    private void summarize(BootId id, SummaryFileWriter writer) throws IOException {
        BootHeader header;
        BootSummary summary;
        try {
            header = store.header(id);
            summary = summary(header);
        } catch (IOException e) {
            hears.damaged(id, e);
            return;
        }
        writer.add(header, summary);
    }

    private BootSummary summary(BootHeader header) throws IOException {
        List<BootSummary> made = new ArrayList<>();
        EventsRead read = store.read(header.id(), analyzer(header, made));
        if (made.size() != 1) {
            throw new IOException("its events do not end as a boot's");
        }
        hears.summarized(header.id(), read);
        return made.get(0);
    }

    private static BootAnalyzer analyzer(BootHeader header, List<BootSummary> made) {
        return new BootAnalyzer(
                header.origin().log(),
                header.origin().number(),
                AnalysisOptions.LOG_ONLY,
                boot -> made.add(BootSummary.of(boot)));
    }
}

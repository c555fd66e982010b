package io.bootledger.readmodels;

import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.FileEventStore;
import io.bootledger.traces.store.ViewFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        SummaryFile old = there == null ? SummaryFile.empty() : there;
        Set<BootId> known = boots.stream().filter(id -> isKnown(id, old)).collect(Collectors.toSet());
        if (channel != null
                && there != null
                && known.size() == boots.size()
                && known.equals(there.boots().keySet())) {
            return new StoredSummaries(channel, there);
        }
        try (channel) {
            return renewed(old, known, boots);
        }
    }

    /** Whether a boot's file is the one that its summary was made of. */
    private boolean isKnown(BootId id, SummaryFile old) {
        Remembered boot = old.boots().get(id);
        try {
            return boot != null && boot.mark().equals(store.mark(id));
        } catch (IOException e) {
            return false;
        }
    }

    private StoredSummaries renewed(SummaryFile old, Set<BootId> known, List<BootId> boots) throws IOException {
        ViewFile.Next next = next();
        try {
            try (var out = next.out()) {
                SummaryFileWriter writer = new SummaryFileWriter(out, old.keys());
                takeOver(old, known, writer);
                summarize(boots.stream().filter(id -> !known.contains(id)).toList(), writer);
                writer.end();
            }
            SummaryFile made = SummaryFile.open(next.commit());
            if (made == null) {
                throw new IOException("the summaries of the boots cannot be read back as they were written");
            }
            return new StoredSummaries(next, made);
        } catch (IOException | RuntimeException e) {
            next.close();
            throw e;
        }
    }

    private ViewFile.Next next() throws IOException {
        try {
            return view.next();
        } catch (FileSystemException e) {
            hears.notKept(view, e);
            return view.unkept();
        }
    }

    private static void takeOver(SummaryFile old, Set<BootId> known, SummaryFileWriter writer) throws IOException {
        for (Remembered boot : old.boots().values()) {
            if (known.contains(boot.id())) {
                writer.add(boot, old.packed(boot));
            }
        }
    }

    private void summarize(List<BootId> boots, SummaryFileWriter writer) throws IOException {
        hears.begins(boots.size());
        try (FoldAhead folds = new FoldAhead(store, boots)) {
            while (folds.hasNext()) {
                add(folds.next(), writer);
            }
        }
    }

    private void add(Folded boot, SummaryFileWriter writer) throws IOException {
        if (boot instanceof Folded.Made made) {
            writer.add(made);
            hears.summarized(made.id(), made.read());
        } else if (boot instanceof Folded.Damaged damaged) {
            if (store.isGone(damaged.id(), damaged.how())) {
                hears.gone(damaged.id());
            } else {
                hears.damaged(damaged.id(), damaged.how());
            }
        }
    }
}

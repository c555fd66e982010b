package io.bootledger.readmodels;

import io.bootledger.analyzer.compare.NaturalOrder;
import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.FileEventStore;
import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The boots of a store, each with what is remembered of it. A boot's events are read once, when it is first asked for; its summary
 * is kept in the store's folder {@code views}, and read from there ever after.
 */
public final class StoredSummaries implements Closeable {
    /** By kernel, then log, both {@linkplain NaturalOrder as people order them}, then the boot's number in its log, then name. */
    public static final Comparator<BootHeader> ORDER = Comparator.comparing(BootHeader::kernel, NaturalOrder.COMPARATOR)
            .thenComparing(boot -> boot.origin().log(), NaturalOrder.COMPARATOR)
            .thenComparingInt(boot -> boot.origin().number())
            .thenComparing(BootHeader::id);

    /** What is done with a boot. */
    @FunctionalInterface
    public interface Use {
        void of(BootHeader boot, BootSummary summary) throws IOException;
    }

    private final Closeable open;
    private final SummaryFile file;
    private final List<Remembered> boots;

    StoredSummaries(Closeable open, SummaryFile file) {
        this.open = open;
        this.file = file;
        this.boots = file.boots().values().stream()
                .sorted(Comparator.comparing(Remembered::header, ORDER))
                .toList();
    }

    /**
     * Brings the summaries up to date: reads the boots that have none yet, drops those of boots that are no longer in the store.
     *
     * @throws IOException when the summaries cannot be written
     */
    public static StoredSummaries of(FileEventStore store, Remembering hears) throws IOException {
        return new SummaryUpdate(store, hears).run();
    }

    /** All boots that can be read: by kernel, log, number in the log, and name. */
    public List<BootHeader> boots() {
        return boots.stream().map(Remembered::header).toList();
    }

    /** Takes the boots that fulfil a condition one after another, in the order of {@link #boots()}. Only one is in memory. */
    public void forEach(Predicate<BootHeader> condition, Use use) throws IOException {
        for (Remembered boot : boots) {
            if (condition.test(boot.header())) {
                use.of(boot.header(), file.summary(boot));
            }
        }
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}

package io.bootledger.fleet;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceContents;
import io.bootledger.traces.packed.EventsFile;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootHeading;
import io.bootledger.traces.store.BootOrigin;
import io.bootledger.traces.stream.CountedEvents;
import io.bootledger.traces.stream.EventReader;
import io.bootledger.traces.stream.EventsHeader;
import io.bootledger.traces.stream.EventsRead;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Reads one input and hands over a row for each of its boots as it ends, and one with the reason where it cannot be read. */
final class FoldedInput {
    private static final byte[] EVENTS = EventReader.beginning();

    private final String name;
    private final SortedMap<String, String> tags;
    private final Consumer<Row> rows;

    /** @param tags what is known of its boots, unless a store knows it */
    FoldedInput(String name, SortedMap<String, String> tags, Consumer<Row> rows) {
        this.name = name;
        this.tags = tags;
        this.rows = rows;
    }

    /**
     * Reads all of it, however large, and closes it.
     *
     * @throws IOException when the storage fails: what is wrong with the input itself is a row
     */
    void read(InputStream bytes) throws IOException {
        StorageStream storage = new StorageStream(bytes);
        String wrong = wrong(storage);
        storage.throwAgain();
        if (wrong != null) {
            rows.accept(FoldedRows.unread(name, wrong));
        }
    }

    /** What is wrong with it, as a sentence; null when nothing is. */
    private @Nullable String wrong(StorageStream storage) {
        try (LogSource source = LogSource.whole(name, storage)) {
            String complaint = read(source);
            IOException damage = source.damage();
            return complaint != null || damage == null ? complaint : reason(damage) + ": what is whole was read";
        } catch (UncheckedIOException e) {
            return reason(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            return reason(e);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return "reading it is a fault of Bootledger: " + e;
        }
    }

    private static String reason(IOException e) {
        if (e instanceof EOFException) {
            return "it ends too early";
        }
        return e.getMessage() == null ? "it cannot be read: " + e.getClass().getSimpleName() : e.getMessage();
    }

    private @Nullable String read(LogSource source) throws IOException {
        if (!source.begins(EVENTS)) {
            return complaint(TraceContents.of(LogReader.read(source, ReadingOptions.EVERYTHING, new Boots(null))));
        }
        EventsFile events = EventsFile.open(source.stream());
        EventsHeader header = events.header();
        BootHeader stored = header == null ? null : BootHeader.of(header);
        if (stored == null) {
            return complaint(TraceContents.of(EventReader.readWhatIsWhole(events.lines(), new Boots(null))));
        }
        EventsRead read = events.read(new CountedEvents(new Boots(stored), stored.events()));
        return complaint(TraceContents.of(read));
    }

    private static @Nullable String complaint(TraceContents contents) {
        if (!contents.unknown().isEmpty()) {
            return newer(contents.unknown());
        }
        return contents.complaint();
    }

    private static String newer(Set<String> unknown) {
        return "a newer Bootledger wrote events that this one does not know, and would lose: "
                + String.join(", ", unknown) + ": fold it with that one";
    }

    /** Its boots, one after another. */
    private final class Boots implements EventSink {
        private final @Nullable BootHeader stored;
        private final BootAnalyzer analyzer;
        private int number;
        private @Nullable BootHeading heading;
        private long sequence;
        private boolean gaps;

        /** @param stored what the store says of the only boot; null where it is out of a log */
        Boots(@Nullable BootHeader stored) {
            this.stored = stored;
            this.number = stored == null ? 1 : stored.origin().number();
            this.analyzer = new BootAnalyzer(
                    stored == null ? name : stored.origin().log(), number, AnalysisOptions.LOG_ONLY, this::ended);
        }

        @Override
        public void accept(RecordedEvent event) {
            BootHeading current = heading == null ? new BootHeading(origin()) : heading;
            heading = current;
            current.accept(event);
            gaps |= event.sequence() != sequence++;
            analyzer.accept(event);
            if (event.event() instanceof BootRecorded) {
                heading = null;
                number++;
                sequence = 0;
                gaps = false;
            }
        }

        private BootOrigin origin() {
            return stored == null ? new BootOrigin(name, number, tags) : stored.origin();
        }

        /** Without the events that were passed over it is another boot. */
        private void ended(BootAnalysis boot) {
            if (heading == null || gaps) {
                return;
            }
            BootHeader header = heading.finish();
            if (stored != null && !(stored.id().equals(header.id()) && stored.events() == header.events())) {
                throw new UncheckedIOException(new IOException("its events are not those it is named after"));
            }
            rows.accept(FoldedRows.boot(name, header, boot));
        }
    }
}

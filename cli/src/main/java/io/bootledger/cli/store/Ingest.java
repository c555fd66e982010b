package io.bootledger.cli.store;

import io.bootledger.cli.process.Writing;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.store.Appended;
import io.bootledger.traces.store.BootOrigin;
import io.bootledger.traces.store.BootWriter;
import io.bootledger.traces.store.EventStore;
import java.io.IOException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the boots of one log into a store, each as soon as it has ended. */
public final class Ingest implements EventSink, AutoCloseable {
    private final EventStore store;
    private final Object place;
    private final String log;
    private final SortedMap<String, String> tags;
    private final Executor beside;
    private final Consumer<Appended> whenKept;
    private @Nullable BootWriter writer;
    private int boots;
    private long sequence;
    private boolean gaps;

    /**
     * @param place of the store, for people
     * @param beside waits for the disk, while the events of the next boot may already come
     */
    public Ingest(
            EventStore store,
            Object place,
            String log,
            SortedMap<String, String> tags,
            Executor beside,
            Consumer<Appended> whenKept) {
        this.store = store;
        this.place = place;
        this.log = log;
        this.tags = tags;
        this.beside = beside;
        this.whenKept = whenKept;
    }

    @Override
    public void accept(RecordedEvent event) {
        Writing.to(place, () -> {
            if (writer == null) {
                writer = store.append(new BootOrigin(log, ++boots, tags));
            }
            writer.accept(event);
        });
        gaps |= event.sequence() != sequence++;
        if (event.event() instanceof BootRecorded) {
            end();
        }
    }

    /** A boot with events that were passed over is another one than is on file, and not kept. */
    private void end() {
        BootWriter ended = Objects.requireNonNull(writer, "the last event is written too");
        writer = null;
        if (gaps) {
            Writing.to(place, ended::close);
        } else {
            beside.execute(() -> Writing.to(place, () -> keep(ended)));
        }
        sequence = 0;
        gaps = false;
    }

    private void keep(BootWriter ended) throws IOException {
        try (ended) {
            whenKept.accept(ended.commit());
        }
    }

    @Override
    public void close() {
        BootWriter unfinished = writer;
        if (unfinished != null) {
            Writing.to(place, unfinished::close);
        }
    }
}

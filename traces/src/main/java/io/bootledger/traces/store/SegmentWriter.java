package io.bootledger.traces.store;

import io.bootledger.traces.event.RecordedEvent;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the events as they come; what the header says is known at the end, and then the file is put together. */
final class SegmentWriter implements BootWriter {
    interface Commit {
        Appended commit(BootHeader header, PartFile whole) throws IOException;
    }

    private final Path incoming;
    private final Commit commit;
    private final PartFile events;
    private final HashedEvents lines;

    SegmentWriter(Path incoming, BootOrigin origin, Commit commit) throws IOException {
        this.incoming = incoming;
        this.commit = commit;
        this.events = PartFile.create(incoming);
        this.lines = new HashedEvents(Segment.zipped(events.out()), origin);
    }

    @Override
    public void accept(RecordedEvent event) {
        lines.accept(event);
    }

    @Override
    public Appended commit() throws IOException {
        BootHeader header = lines.finish();
        try (PartFile whole = PartFile.create(incoming)) {
            Segment.writeHeader(header, whole.out());
            whole.append(events);
            return commit.commit(header, whole);
        }
    }

    @Override
    public void close() throws IOException {
        try (events) {
            lines.close();
        }
    }
}

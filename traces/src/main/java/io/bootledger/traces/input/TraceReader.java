package io.bootledger.traces.input;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.packed.EventsFile;
import io.bootledger.traces.stream.EventReader;
import java.io.IOException;

/** Reads boots from whatever holds them: a log in any form, or the stream of events that one was read into. */
public final class TraceReader {
    private static final byte[] EVENTS = EventReader.beginning();

    /**
     * Reads all of it and closes it. Each boot's events go to the sink in order, numbered from 0, and end with a {@code BootRecorded}.
     * Events that break off end like a log that does: with a {@code LogTruncated} that says where.
     *
     * @throws IOException when it cannot be read, or holds events that were never written so
     */
    public static TraceContents read(LogSource source, ReadingOptions options, EventSink sink) throws IOException {
        try (source) {
            return source.begins(EVENTS)
                    ? TraceContents.of(EventReader.readWhatIsWhole(
                            EventsFile.open(source.stream()).lines(), WantedEvents.of(options, sink)))
                    : TraceContents.of(LogReader.read(source, options, sink));
        }
    }

    private TraceReader() {}
}

package io.bootledger.traces.format;

import io.bootledger.traces.event.EventSink;
import java.io.IOException;

/** Reads a log, in any form, into the events of its boots. */
public final class LogReader {
    /**
     * Reads a whole log. Each boot's events go to the sink in order, numbered from 0, and end with a {@code BootRecorded}; a log
     * without any kernel line yields no event.
     */
    public static void read(LogSource source, ReadingOptions options, EventSink sink) throws IOException {
        throw new UnsupportedOperationException();
    }

    private LogReader() {}
}

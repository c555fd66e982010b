package io.bootledger.traces.stream;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.SequenceWriter;

/** Writes a boot's events as JSON lines, after a line that names the schema and the log. The same events give the same bytes. */
public final class EventWriter implements EventSink, Closeable {
    private final OutputStream out;
    private final SequenceWriter lines;

    /** The stream is closed with the writer. */
    public EventWriter(OutputStream out, String log) throws IOException {
        this(out);
        write(EventsHeader.of(log));
    }

    /** Writes the events alone, without a first line. */
    public EventWriter(OutputStream out) {
        this.out = out;
        this.lines = EventJson.MAPPER.writer().withRootValueSeparator("\n").writeValues(out);
    }

    @Override
    public void accept(RecordedEvent event) {
        try {
            write(EventLine.of(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Object line) throws IOException {
        writing(() -> lines.write(line));
    }

    private static void writing(Runnable writing) throws IOException {
        try {
            writing.run();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            writing(lines::flush);
            out.write('\n');
        }
    }
}

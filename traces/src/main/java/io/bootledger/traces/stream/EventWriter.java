package io.bootledger.traces.stream;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.ObjectWriter;

/** Writes a boot's events as JSON lines, after a line that names the schema and the log. The same events give the same bytes. */
public final class EventWriter implements EventSink, Closeable {
    private static final ObjectWriter LINES = EventJson.MAPPER.writer().withRootValueSeparator("\n");

    private final OutputStream out;
    private final JsonGenerator json;
    private final FrequentLines frequent;

    /** The stream is closed with the writer. */
    public EventWriter(OutputStream out, String log) throws IOException {
        this(out);
        writing(() -> LINES.writeValue(json, EventsHeader.of(log)));
    }

    /** Writes the events alone, without a first line. */
    public EventWriter(OutputStream out) {
        this.out = out;
        this.json = LINES.createGenerator(out);
        this.frequent = new FrequentLines(json);
    }

    @Override
    public void accept(RecordedEvent event) {
        try {
            writing(() -> write(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(RecordedEvent event) {
        if (!frequent.write(event)) {
            LINES.writeValue(json, EventLine.of(event));
        }
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
            writing(json::flush);
            out.write('\n');
        }
    }
}

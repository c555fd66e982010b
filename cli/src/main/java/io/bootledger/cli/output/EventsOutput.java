package io.bootledger.cli.output;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.cli.process.WholeFile;
import io.bootledger.cli.process.Writing;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.stream.EventWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The events of each boot as JSON lines, after a line that names the schema and the log. */
final class EventsOutput implements ResultSink {
    private final Object place;
    private final OutputStream out;
    private String source = "";
    private @Nullable EventWriter boot;

    /** @param place where it goes, for people */
    EventsOutput(Object place, OutputStream out) {
        this.place = place;
        this.out = out;
    }

    @Override
    public void log(String name) {
        endBoot();
        source = name;
    }

    @Override
    public boolean takesEvents() {
        return true;
    }

    @Override
    public void event(RecordedEvent event) {
        Writing.to(place, () -> {
            if (boot == null) {
                boot = new EventWriter(new KeptOpen(out), source);
            }
            boot.accept(event);
        });
    }

    @Override
    public void boot(BootAnalysis analysis) {
        endBoot();
    }

    private void endBoot() {
        EventWriter ended = boot;
        boot = null;
        if (ended != null) {
            Writing.to(place, ended::close);
        }
    }

    @Override
    public void finish() {
        endBoot();
        Writing.to(place, () -> WholeFile.finish(out));
    }

    @Override
    public void close() {
        Writing.to(place, () -> WholeFile.abandon(out));
    }

    /** The next boot goes to the same stream. */
    private static final class KeptOpen extends FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

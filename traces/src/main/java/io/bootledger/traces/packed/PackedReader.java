package io.bootledger.traces.packed;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.ProbeFinished;
import io.bootledger.traces.stream.DamagedEventsException;
import java.io.IOException;
import java.io.InputStream;

/** Gives back, one after another, the events that {@link PackedWriter} packed. */
public final class PackedReader {
    /** Takes them: most as events, the others as the lines of their JSON. */
    public interface Sink {
        void event(RecordedEvent event) throws IOException;

        /**
         * Gives the sequence number of the event that the line holds.
         *
         * @param place the number that comes next
         */
        long line(String line, long place) throws IOException;
    }

    private final PackInput in;
    private final PackedSymbols symbols = new PackedSymbols();
    private final PackedFrame frame = new PackedFrame();
    private long next;
    private boolean ended;

    public PackedReader(InputStream stream) {
        this.in = new PackInput(stream);
    }

    /**
     * Hands the next event to the sink; false behind the last.
     *
     * @throws IOException when the stream is damaged; says how
     */
    public boolean next(Sink sink) throws IOException {
        if (in.isAtEnd()) {
            return false;
        }
        if (ended) {
            String how = "it follows the end of a boot: give the files of a store one by one";
            throw new DamagedEventsException(next + 2, how, null);
        }
        int tag = in.octet();
        PackedKind kind = PackedKind.of(tag);
        if (kind == null) {
            throw new IOException("event " + next + " begins with none of the kinds that there are");
        }
        if (kind == PackedKind.LINE) {
            next = sink.line(line(), next) + 1;
        } else {
            sink.event(frame.read(tag, next++, in, () -> event(kind)));
        }
        return true;
    }

    private String line() throws IOException {
        String line = in.text();
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw new IOException("event " + next + " is no line of events");
        }
        return line;
    }

    /** The boot's last event was a line. */
    void end() {
        ended = true;
    }

    /** Number of the event that comes next, or is being read. */
    long place() {
        return next;
    }

    private BootEvent event(PackedKind kind) throws IOException {
        return switch (kind) {
            case INITCALL_STARTED -> {
                InitcallSymbol symbol = symbols.read(in);
                yield new InitcallStarted(symbol, in.signedInt());
            }
            case INITCALL_FINISHED -> {
                InitcallSymbol symbol = symbols.read(in);
                int returned = in.signedInt();
                yield new InitcallFinished(symbol, returned, reported());
            }
            case MESSAGE_LOGGED -> new MessageLogged(in.logText());
            case PROBE_FINISHED -> {
                String device = in.name();
                int returned = in.signedInt();
                yield new ProbeFinished(device, null, returned, reported());
            }
            case LINE -> throw new IllegalStateException("a line is no packed event");
        };
    }

    private ReportedDuration reported() throws IOException {
        return ReportedDuration.usecs(in.signed());
    }
}

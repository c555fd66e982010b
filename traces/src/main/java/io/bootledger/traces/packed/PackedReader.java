package io.bootledger.traces.packed;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.ProbeFinished;
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
        int tag = in.octet();
        PackedKind kind = PackedKind.of(tag);
        if (kind == null) {
            throw new IOException("event " + next + " is of a kind that only a newer Bootledger knows");
        }
        if (kind == PackedKind.LINE) {
            next = sink.line(in.text(), next) + 1;
        } else {
            sink.event(frame.read(tag, next++, in, () -> event(kind)));
        }
        return true;
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
                String device = in.text();
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

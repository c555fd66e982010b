package io.bootledger.traces.packed;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.ProbeFinished;
import io.bootledger.traces.stream.EventJson;
import io.bootledger.traces.stream.EventLine;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Packs the events of one boot, which {@link PackedReader} gives back as they were. The same events give the same bytes. */
public final class PackedWriter implements EventSink, Closeable {
    private final OutputStream stream;
    private final PackOutput out;
    private final PackedSymbols symbols = new PackedSymbols();
    private final PackedFrame frame = new PackedFrame();
    private long next;

    /** The stream is closed with the writer. */
    public PackedWriter(OutputStream stream) {
        this.stream = stream;
        this.out = new PackOutput(stream);
    }

    @Override
    public void accept(RecordedEvent event) {
        try {
            write(event);
            out.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        boolean inOrder = recorded.sequence() == next;
        next = recorded.sequence() + 1;
        if (!inOrder) {
            line(recorded);
        } else if (event instanceof InitcallStarted started
                && started.pid() != null
                && symbols.canHold(started.symbol())) {
            frame.write(PackedKind.INITCALL_STARTED, recorded, out);
            symbols.write(started.symbol(), out);
            out.signed(started.pid());
        } else if (event instanceof InitcallFinished finished
                && isCommon(finished.returnValue(), finished.reported())
                && symbols.canHold(finished.symbol())) {
            frame.write(PackedKind.INITCALL_FINISHED, recorded, out);
            symbols.write(finished.symbol(), out);
            outcome(finished.returnValue(), finished.reported());
        } else if (event instanceof ProbeFinished probe
                && isCommon(probe.returnValue(), probe.reported())
                && probe.driver() == null
                && probe.device().length() <= PackInput.LONGEST_NAME / 4) {
            frame.write(PackedKind.PROBE_FINISHED, recorded, out);
            out.text(probe.device());
            outcome(probe.returnValue(), probe.reported());
        } else if (event instanceof MessageLogged logged) {
            frame.write(PackedKind.MESSAGE_LOGGED, recorded, out);
            out.text(logged.text().toBytes());
        } else {
            line(recorded);
        }
    }

    private static boolean isCommon(@Nullable Integer returned, @Nullable ReportedDuration reported) {
        return returned != null && reported != null && reported.unit() == ReportedDuration.Unit.USECS;
    }

    private void outcome(@Nullable Integer returned, @Nullable ReportedDuration reported) {
        if (returned != null && reported != null) {
            out.signed(returned);
            out.signed(reported.value());
        }
    }

    private void line(RecordedEvent event) {
        out.octet(PackedKind.LINE.ordinal());
        out.text(EventJson.MAPPER.writeValueAsBytes(EventLine.of(event)));
    }

    @Override
    public void close() throws IOException {
        try (stream) {
            out.flush();
        }
    }
}

package io.bootledger.traces.packed;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.stream.EventLine;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Everything of an event but what it says. Bits of the first byte tell what is there: nanoseconds since the event before, the caller
 * (a task's number, or the complement of a CPU's), the priority, the text of the line. The number of the line always is, counted from
 * that of the event before.
 */
final class PackedFrame {
    private static final int TIME = 0b1000;
    private static final int CALLER = 0b1_0000;
    private static final int PRIORITY = 0b10_0000;
    private static final int TEXT = 0b100_0000;
    private static final int KNOWN = PackedKind.BITS | TIME | CALLER | PRIORITY | TEXT;
    private long nanos;
    private long line;

    void write(PackedKind kind, RecordedEvent event, PackOutput out) {
        BootTime time = event.time();
        Caller caller = event.caller();
        Priority priority = event.priority();
        LogText text = event.origin().text();
        out.octet(kind.ordinal()
                | (time == null ? 0 : TIME)
                | (caller == null ? 0 : CALLER)
                | (priority == null ? 0 : PRIORITY)
                | (text == null ? 0 : TEXT));
        out.signed(event.origin().line() - line);
        line = event.origin().line();
        if (time != null) {
            out.signed(time.nanos() - nanos);
            nanos = time.nanos();
        }
        if (caller != null) {
            out.signed(caller.task() ? caller.id() : ~caller.id());
        }
        if (priority != null) {
            out.number(priority.code());
        }
        if (text != null) {
            out.text(text.toBytes());
        }
    }

    /** What the event says. */
    interface Saying {
        BootEvent event() throws IOException;
    }

    /** @param tag the first byte */
    RecordedEvent read(int tag, long sequence, PackInput in, Saying saying) throws IOException {
        if ((tag & ~KNOWN) != 0) {
            throw new IOException("event " + sequence + " begins with none of the kinds that there are");
        }
        line += in.signed();
        if (line < 0) {
            throw new IOException("a line number is negative: " + line);
        }
        BootTime time = (tag & TIME) == 0 ? null : time(in);
        Caller caller = (tag & CALLER) == 0 ? null : caller(in.signedInt());
        Priority priority = (tag & PRIORITY) == 0 ? null : new Priority(in.count());
        LogText text = (tag & TEXT) == 0 ? null : in.logText();
        return new RecordedEvent(sequence, time, caller, priority, saying.event(), new Origin(line, text));
    }

    private @Nullable BootTime time(PackInput in) throws IOException {
        nanos += in.signed();
        if (nanos < 0 || nanos > EventLine.LATEST_NS) {
            throw new IOException("a time is none of a boot: " + nanos + " ns");
        }
        return BootTime.ofNanos(nanos);
    }

    private static Caller caller(int code) {
        return code < 0 ? Caller.cpu(~code) : Caller.task(code);
    }
}

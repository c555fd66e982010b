package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.UserspaceReported;
import io.bootledger.traces.message.MessageTable;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns lines into records and reads what they say. */
final class LineReader {
    private static final byte[] REBOOT = "-- Reboot".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BOOT = "-- Boot ".getBytes(StandardCharsets.US_ASCII);

    private final Framing framing = new Framing();
    private final MessageTable messages = new MessageTable();
    private final LogRecord record = new LogRecord();
    private final BootStream boots;

    LineReader(BootStream boots) {
        this.boots = boots;
    }

    void read(LineScanner lines) {
        record.begin(lines.bytes(), lines.from(), lines.to(), lines.number());
        framing.peel(record);
        if (lines.brackets()) {
            separate();
        } else {
            take();
        }
        boots.lineEnds(lines.number());
    }

    void end() {
        boots.end();
    }

    /** One line may hold several records: user space wrote before the kernel, or two kernel lines lost the newline between. */
    private void separate() {
        int end = record.to;
        int inner;
        while ((inner = GluedRecords.next(record.bytes, record.from, end)) > 0) {
            record.to = inner;
            Framing.trim(record);
            take();
            record.restart(inner, end);
            framing.peel(record);
        }
        record.to = end;
        take();
    }

    private void take() {
        if (record.from >= record.to && !record.framed) {
            return;
        }
        if (!record.framed) {
            text();
        } else if (!record.foreign) {
            boots.record(record, event());
        }
    }

    /** Text that no frame claims. In a log without stamps it may be the kernel's. */
    private void text() {
        if (Ascii.startsWith(record.bytes, record.from, record.to, REBOOT)
                || Ascii.startsWith(record.bytes, record.from, record.to, BOOT)) {
            boots.rebootSaid();
        } else {
            boots.text(record, messages.read(record.bytes, record.from, record.to));
        }
    }

    /** What a record says. User space may write anything into /dev/kmsg, but not with the kernel's facility. */
    private @Nullable BootEvent event() {
        BootEvent event = messages.read(record.bytes, record.from, record.to);
        boolean forged = record.priority >= 8 && event != null && !(event instanceof UserspaceReported);
        return forged ? new MessageLogged(LogText.copyOf(record.bytes, record.from, record.to)) : event;
    }
}

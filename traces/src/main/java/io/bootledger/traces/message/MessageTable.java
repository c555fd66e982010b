package io.bootledger.traces.message;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallStarted;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel prints: reads a message, without its frame, into the event it states, and writes the event as the message. Cheap
 * to make; not for use by several threads, since it keeps the symbols that it has seen.
 */
public final class MessageTable {
    private final Cursor cursor = new Cursor();
    private boolean brokenOff;

    /**
     * Reads one message.
     *
     * @return the event; {@link MessageNotUnderstood} for text that looks like one of ours and cannot be read; null for an
     *     ordinary message
     */
    public @Nullable BootEvent read(byte[] bytes, int from, int to) {
        cursor.reset(bytes, from, to);
        brokenOff = false;
        Rows rows = Rows.byStart(cursor);
        BootEvent event = rows == null ? null : read(rows);
        if (event != null) {
            return event;
        }
        Rows bySubject = Rows.bySubject(cursor);
        return bySubject == null ? null : read(bySubject);
    }

    private @Nullable BootEvent read(Rows rows) {
        for (Row<?> row : rows.rows()) {
            BootEvent event = row.read(cursor);
            if (event != null) {
                return event;
            }
        }
        brokenOff = cursor.ranOut();
        String complaint = cursor.complaint();
        return LookAlike.isOurs(cursor)
                ? new MessageNotUnderstood(LogText.copyOf(cursor.bytes, cursor.from, cursor.end), complaint)
                : null;
    }

    /**
     * Whether a message breaks off where more of it was expected, so that the next line may be its rest: mail wraps lines at
     * blanks, terminals anywhere. True for {@code calling  foo+0x0/0x10}, too, which is a whole message only up to 2.6.27; a
     * reader that joins lines keeps the joined text if it reads better.
     */
    public boolean incomplete(byte[] bytes, int from, int to) {
        BootEvent event = read(bytes, from, to);
        boolean withoutPid = event instanceof InitcallStarted started && started.pid() == null;
        return withoutPid || (event == null || event instanceof MessageNotUnderstood) && brokenOff;
    }

    /**
     * Writes the text of an event, without frame, as a kernel prints it: byte for byte, with line breaks where it is a record of
     * several lines. What is written and read again is the same event.
     *
     * @param version the kernel; null for whichever form says all that the event holds
     * @return null where that kernel prints nothing
     */
    public @Nullable String write(BootEvent event, @Nullable KernelVersion version) {
        if (event instanceof MessageLogged logged) {
            return logged.text().toString();
        }
        if (event instanceof MessageNotUnderstood misread) {
            return misread.text().toString();
        }
        for (Row<?> row : Rows.forEvent(event)) {
            String text = row.write(event, version);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}

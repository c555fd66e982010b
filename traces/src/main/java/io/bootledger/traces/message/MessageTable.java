package io.bootledger.traces.message;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.StageReported;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel prints: reads a message, without its frame, into the event it states, and writes the event as the message. Cheap
 * to make; not for use by several threads, since it keeps the symbols that it has seen.
 */
public final class MessageTable {
    /** No message of ours has fewer bytes. */
    private static final int SHORTEST = 4;

    private static final String BEGUN = "breaks off within its first words";

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
        if (cursor.end - from < SHORTEST) {
            return null;
        }
        BootEvent event = read(RowIndex.byStart(bytes[from], bytes[from + 1]), from);
        return event == null ? readBySubject() : event;
    }

    /** Whether a message is an ordinary one, told by its first word: nearly all that are ordinary are told so. False says nothing. */
    public static boolean isOrdinary(byte[] bytes, int from, int to) {
        return to - from >= EightBytes.BYTES
                && !RowIndex.mayStart(bytes, from)
                && !maySay(bytes, Cursor.behindSubject(bytes, from, to));
    }

    private static boolean maySay(byte[] bytes, int anchor) {
        return anchor >= 0 && RowIndex.maySay(bytes, anchor);
    }

    private @Nullable BootEvent readBySubject() {
        int anchor = Cursor.behindSubject(cursor.bytes, cursor.from, cursor.end);
        return anchor < 0 ? null : read(RowIndex.bySubject(cursor.bytes[anchor]), anchor);
    }

    private @Nullable BootEvent read(@Nullable MessageRows rows, int anchor) {
        if (rows == null) {
            return null;
        }
        BootEvent event = rows.read(cursor, anchor);
        return event == null ? notUnderstood() : event;
    }

    /** Whether a message that is not understood is no more than the first words of one. */
    public static boolean isBeginning(MessageNotUnderstood message) {
        return message.why().equals(BEGUN);
    }

    private @Nullable BootEvent notUnderstood() {
        brokenOff |= cursor.ranOut();
        if (LookAlike.isBegun(cursor)) {
            brokenOff = true;
            return new MessageNotUnderstood(LogText.copyOf(cursor.bytes, cursor.from, cursor.end), BEGUN);
        }
        Cursor.Complaint complaint = cursor.complaint();
        return LookAlike.isOurs(cursor)
                ? new MessageNotUnderstood(LogText.copyOf(cursor.bytes, cursor.from, cursor.end), complaint.toString())
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
     * several lines. What is written for no version in particular and read again is the same event. 2.6.22 to 2.6.25 tell the end
     * of an initcall in two messages, which are two events and take the symbol's address.
     *
     * @param version the kernel; null for whichever form says all that the event holds
     * @return null where that kernel prints nothing
     */
    public @Nullable String write(BootEvent event, @Nullable KernelVersion version) {
        if (event instanceof MessageLogged logged) {
            return logged.text().toString();
        }
        if (event instanceof StageReported stage) {
            return stage.text().toString();
        }
        if (event instanceof MessageNotUnderstood misread) {
            return misread.text().toString();
        }
        for (Row<?> row : RowIndex.byEvent(event)) {
            String text = row.write(event, version);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}

package io.bootledger.traces.format.frame;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.message.MessageTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that may go on in the next line, because a mail program or a terminal wrapped it:
 * {@code initcall xen_pvh_gnttab_setup+0x0/0x34 returned -19 after}, {@code 0 usecs}.
 */
public final class WrappedLine {
    private static final int SHORTEST_WRAPPED = 60;
    private static final int LONGEST = 1 << 13;
    private static final int LONGEST_IN_MAIL = 78;

    private static final List<byte[]> FIRST_WORDS =
            List.of("initcall".getBytes(StandardCharsets.US_ASCII), "calling".getBytes(StandardCharsets.US_ASCII));

    /**
     * A line, or several empty ones, not counted yet, since until the message is settled nobody knows to which boot they belong.
     *
     * @param joined whether it goes on the message
     */
    public record HeldLine(long first, long last, boolean joined) {
        HeldLine(long number, boolean joined) {
            this(number, number, joined);
        }
    }

    private final MessageTable messages;
    private final LogRecord record;
    private final List<HeldLine> held = new ArrayList<>();
    private @Nullable BootEvent event;

    private WrappedLine(MessageTable messages, LogRecord record, @Nullable BootEvent event) {
        this.messages = messages;
        this.record = record;
        this.event = event;
        held.add(new HeldLine(record.lineNumber, false));
    }

    /** Holds the record if its event may be only the beginning; else null. */
    public static @Nullable WrappedLine of(MessageTable messages, LogRecord record, @Nullable BootEvent event) {
        return mayGoOn(record, event) ? new WrappedLine(messages, record.copy(), event) : null;
    }

    /** Whether a mail program broke the line right behind {@code initcall} or {@code calling}. */
    public static boolean breaksBehindItsFirstWord(LogRecord record) {
        for (byte[] word : FIRST_WORDS) {
            if (record.to - record.from == word.length
                    && Ascii.startsWith(record.bytes, record.from, record.to, word)) {
                return true;
            }
        }
        return false;
    }

    /** Quoted-printable breaks a line behind an equals sign. */
    private static boolean breaksSoftly(LogRecord record) {
        return record.to > record.from && record.bytes[record.to - 1] == '=';
    }

    private static boolean mayGoOn(LogRecord record, @Nullable BootEvent event) {
        if (event == null) {
            return breaksBehindItsFirstWord(record);
        }
        boolean wide = (record.to - record.lineFrom >= SHORTEST_WRAPPED || breaksSoftly(record))
                && (record.clock != LogRecord.Clock.NONE || record.flowed);
        return event instanceof MessageNotUnderstood
                || event instanceof InitcallStarted started && started.pid() == null
                || event instanceof KernelStarted started
                        && wide
                        && !started.banner().contains("#")
                || event instanceof CommandLineGiven && wide;
    }

    public LogRecord record() {
        return record;
    }

    @Nullable
    public BootEvent event() {
        return event;
    }

    /** Its lines, and empty ones between them, in order. */
    public List<HeldLine> held() {
        return held;
    }

    /** Lines end while the message is open. */
    public void hold(long first, long last) {
        if (first <= last && held.get(held.size() - 1).last() < first) {
            held.add(new HeldLine(first, last, false));
        }
    }

    /** Behind a lone carriage return a line goes on itself, and counts once. */
    private void holdJoined(long number) {
        int last = held.size() - 1;
        if (held.get(last).last() == number) {
            held.remove(last);
        }
        held.add(new HeldLine(number, true));
    }

    /** Whether more lines of this message may follow the one that was joined. */
    public boolean goesOn() {
        return mayGoOn(record, event);
    }

    /** Joins text that no frame claims, where that makes sense of the message. */
    public boolean joins(LogRecord text) {
        if (text.to - text.from + record.to - record.from > LONGEST) {
            return false;
        }
        boolean soft = breaksSoftly(record);
        if (event instanceof KernelStarted || event instanceof CommandLineGiven) {
            return soft ? joined(record.to - 1, "", text) : joined(record.to, cutInWord() ? "" : " ", text);
        }
        return soft && joined(record.to - 1, "", text) || joined(record.to, " ", text) || joined(record.to, "", text);
    }

    /** A terminal cuts where its line is full, a mail program at a blank or behind a hyphen. */
    private boolean cutInWord() {
        byte last = record.bytes[record.to - 1];
        boolean full = record.to - record.lineFrom > LONGEST_IN_MAIL && !record.flowed;
        return full || last == '-' || last == '/';
    }

    private boolean joined(int end, String glue, LogRecord text) {
        byte[] whole = new byte[end + glue.length() + text.to - text.from];
        System.arraycopy(record.bytes, 0, whole, 0, end);
        System.arraycopy(text.bytes, text.from, whole, end + glue.length(), text.to - text.from);
        if (!glue.isEmpty()) {
            whole[end] = ' ';
        }
        int length = end < record.to ? decoded(whole, record.from) : whole.length;
        BootEvent better = messages.read(whole, record.from, length);
        if (!better(better, whole, length)) {
            return false;
        }
        event = better;
        record.bytes = whole;
        record.to = length;
        record.lineTo = length;
        record.flowed = text.flowed;
        holdJoined(text.lineNumber);
        return true;
    }

    /** Quoted-printable may have been broken inside the code of a character. */
    private static int decoded(byte[] whole, int from) {
        byte[] clean = new byte[whole.length - from];
        int length = Cleaning.clean(whole, from, whole.length, clean);
        System.arraycopy(clean, 0, whole, from, length);
        return from + length;
    }

    private boolean better(@Nullable BootEvent joined, byte[] whole, int length) {
        if (event == null || event instanceof MessageNotUnderstood cut && MessageTable.isBeginning(cut)) {
            return joined != null
                    && (!(joined instanceof MessageNotUnderstood) || messages.incomplete(whole, record.from, length));
        }
        if (event instanceof InitcallStarted) {
            return joined instanceof InitcallStarted started && started.pid() != null;
        }
        return joined != null && !(joined instanceof MessageNotUnderstood);
    }
}

package io.bootledger.traces.format.frame;

import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.format.frame.Frame.Layer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Takes a line out of its frame: peels layer after layer, from the outside in, whatever layers it has. Each line is looked at
 * for itself, so a file may mix formats.
 */
public final class Framing {
    static final byte[] XEN = "(XEN) ".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_WRAPPERS = 8;
    private static final int JOURNAL_LOOKS = 64;
    public static final long SERIAL = FormatNames.bit("serial console");
    static final long JOURNAL = FormatNames.bit("journalctl short-monotonic");
    static final long JSON = FormatNames.bit("json");
    static final long EXPORT = FormatNames.bit("journal export");
    public static final long PLAIN = FormatNames.bit("dmesg");
    private static final long RAW = FormatNames.bit("dmesg -r");
    public static final long CALLER = FormatNames.bit("+caller");
    static final long KMSG = FormatNames.bit("kmsg");
    public static final long FTRACE = FormatNames.bit("ftrace");

    private static final Map<Layer, Frame[]> BY_LAYER = new EnumMap<>(Layer.class);

    static {
        for (Layer layer : Layer.values()) {
            BY_LAYER.put(
                    layer,
                    Frames.ALL.stream().filter(frame -> frame.layer() == layer).toArray(Frame[]::new));
        }
    }

    /** After the stamp, in {@code journalctl -o short-monotonic}. */
    private static final Shape JOURNAL_KERNEL = Shape.of("{word} {kernel}:~");

    private static final Shape JOURNAL_PROGRAM = Shape.of("{word} {program}");

    private final LearntFrames learnt;
    private boolean journal;
    private int journalLooks = JOURNAL_LOOKS;

    public Framing(LearntFrames learnt) {
        this.learnt = learnt;
    }

    /** Peels everything off the record's line; what is left is the message. */
    public void peel(LogRecord record) {
        if (learnt.areNone()) {
            peelListed(record);
            return;
        }
        trim(record);
        learnt.cutTail(record);
        record.from = Ascii.skipBlanks(record.bytes, record.from, record.to);
        if (isHypervisors(record)) {
            return;
        }
        learnt.peelOuter(record);
        peelListed(record);
        if (record.framed && !isHypervisors(record)) {
            learnt.peelInner(record);
        }
    }

    /**
     * Whether Xen speaks, which stamps its lines like a kernel's ({@code drivers/char/console.c}, printk_start_of_line): what looks
     * like a frame in front of a kernel's stamp is who it is.
     */
    public static boolean isHypervisors(LogRecord record) {
        return Ascii.startsWith(record.bytes, record.from, record.to, XEN);
    }

    private void peelListed(LogRecord record) {
        if (peelPrefix(record)) {
            journal(record);
            return;
        }
        record.from = Ascii.skipBlanks(record.bytes, record.from, record.to);
        int wrappers = 0;
        while (wrappers++ < MOST_WRAPPERS
                && (peelOne(Layer.QUOTE, record) || !record.framed && peelOne(Layer.HOST, record))) {
            record.from = Ascii.skipBlanks(record.bytes, record.from, record.to);
        }
        peelOne(Layer.PRIORITY, record);
        if (peelOne(Layer.STAMP, record)) {
            peelOne(Layer.STAMP, record);
        }
        inner(record);
        journal(record);
    }

    /** Peels the common form of printk's prefix and what is inside it; else only trims. */
    public static boolean peelPrefix(LogRecord record) {
        trim(record);
        if (!PrintkPrefix.peel(record)) {
            return false;
        }
        record.frames |= record.priority < 0 ? PLAIN : RAW;
        inner(record);
        return true;
    }

    /** Whether the lines may still prove to be the journal's, which looks like printk's at first. */
    public boolean mayBeJournal() {
        return journal || journalLooks > 0;
    }

    /** The layers inside the stamp. */
    private static void inner(LogRecord record) {
        if (record.from >= record.to) {
            return;
        }
        PrintkPrefix.peelCaller(record);
        if (record.from + 4 < record.to && looksVendor(record.bytes, record.from)) {
            peelOne(Layer.VENDOR, record);
        }
    }

    /** Whether there may be layers inside the stamp, which ends before this place. */
    public static boolean mayHoldLayers(byte[] bytes, int at) {
        return bytes[at] == '[' || looksVendor(bytes, at);
    }

    private static boolean looksVendor(byte[] bytes, int at) {
        byte first = bytes[at];
        byte second = bytes[at + 1];
        return first == '[' && (second == ' ' || Ascii.digit(second))
                || first == '('
                || first == '<'
                || second == '(' && Ascii.digit(bytes[at + 2])
                || second == '[' && first == 'I';
    }

    private void journal(LogRecord record) {
        if (!record.framed || !mayBeJournal()) {
            return;
        }
        journalLooks--;
        int end = JOURNAL_KERNEL.match(record, record.from);
        if (end < 0 && journal) {
            end = JOURNAL_PROGRAM.match(record, record.from);
        }
        if (end > 0) {
            journal = true;
            record.from = end;
            record.frames |= JOURNAL;
        }
    }

    private static boolean peelOne(Layer layer, LogRecord record) {
        for (Frame frame : Objects.requireNonNull(BY_LAYER.get(layer), "each layer has its frames")) {
            if (frame.peel(record)) {
                record.frames |= FormatNames.bit(frame.name());
                return true;
            }
        }
        return false;
    }

    /** Drops carriage returns and blanks from the end, and carriage returns from the front. */
    public static void trim(LogRecord record) {
        byte[] bytes = record.bytes;
        int to = record.to;
        int from = record.from;
        while (to > from && (bytes[to - 1] == '\r' || bytes[to - 1] == ' ')) {
            record.frames |= bytes[to - 1] == '\r' ? SERIAL : 0;
            to--;
        }
        record.flowed = to < record.to && bytes[to] == ' ';
        while (from < to && bytes[from] == '\r') {
            record.frames |= SERIAL;
            from++;
        }
        record.from = from;
        record.to = to;
    }
}

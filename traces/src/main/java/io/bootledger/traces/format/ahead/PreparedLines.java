package io.bootledger.traces.format.ahead;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.format.bytes.Chunks;
import io.bootledger.traces.format.frame.LogRecord;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a chunk, in rows: a record that says something, freed of its frame and read; a run of ordinary lines, of which only
 * the stamps and the frame are known; or lines that need a closer look. One column per fact, and used again for chunk after
 * chunk, because an object per line would cost more than reading it.
 */
public final class PreparedLines {
    private static final int NONE = 0;

    private byte[] bytes = {};
    private long skipped;
    private int rows;
    private int[] from = new int[1 << 10];
    private int[] to = new int[1 << 10];
    private int[] ordinary = new int[1 << 10];
    private int[] messageFrom = new int[1 << 10];
    private int[] messageTo = new int[1 << 10];
    private long[] nanos = new long[1 << 10];
    private long[] lastNanos = new long[1 << 10];
    private int[] priority = new int[1 << 10];
    private int[] caller = new int[1 << 10];
    private long[] frames = new long[1 << 10];
    private long[] fingerprint = new long[1 << 10];
    private @Nullable BootEvent[] event = new BootEvent[1 << 10];

    void begin(Chunks.Chunk chunk) {
        bytes = chunk.bytes();
        skipped = chunk.skipped();
        rows = 0;
    }

    /** Takes lines of which nothing is known. */
    void beginUnread(Chunks.Chunk chunk) {
        begin(chunk);
        addUnread(chunk.from(), chunk.to() - 1);
    }

    /** Bytes of the line before the first that were not read. */
    public long skipped() {
        return skipped;
    }

    /** Adds a line that needs a closer look, or several; to the row before, if they follow on such lines. */
    void addUnread(int lineFrom, int lineTo) {
        if (rows > 0 && !isRead(rows - 1) && to[rows - 1] == lineFrom - 1) {
            to[rows - 1] = lineTo;
        } else {
            add(lineFrom, lineTo, NONE);
        }
    }

    /** Adds a record that was freed of its frame, and what it says: null when nothing of account. */
    void add(LogRecord record, @Nullable BootEvent said) {
        int row = add(record.lineFrom, record.lineTo, record.from, record.to, record.nanos, record.frames);
        priority[row] = record.priority;
        caller[row] = record.callerCode;
        says(row, said);
    }

    /** Adds a plain line and what it says. */
    void add(int lineFrom, PrintkLine line, BootEvent said) {
        int row = add(lineFrom, line.end(), line.message(), line.textEnd(), line.nanos(), line.frames());
        priority[row] = LogRecord.NO_PRIORITY;
        caller[row] = line.caller();
        says(row, said);
    }

    private int add(int lineFrom, int lineTo, int textFrom, int textTo, long stamp, long framed) {
        int row = add(lineFrom, lineTo, NONE);
        messageFrom[row] = textFrom;
        messageTo[row] = textTo;
        nanos[row] = stamp;
        frames[row] = framed;
        return row;
    }

    private void says(int row, @Nullable BootEvent said) {
        fingerprint[row] = Fingerprint.ofText(bytes, messageFrom[row], messageTo[row]);
        event[row] = said;
        if (said == null) {
            ordinary[row] = 1;
            lastNanos[row] = nanos[row];
        }
    }

    /** Adds several ordinary lines. */
    void add(int runFrom, int runTo, OrdinaryRun run) {
        int row = add(runFrom, runTo, run.lines());
        nanos[row] = run.firstNanos();
        lastNanos[row] = run.lastNanos();
        frames[row] = run.frames();
    }

    private int add(int lineFrom, int lineTo, int ordinaryLines) {
        if (rows == from.length) {
            grow(rows * 2);
        }
        from[rows] = lineFrom;
        to[rows] = lineTo;
        ordinary[rows] = ordinaryLines;
        messageTo[rows] = NONE;
        return rows++;
    }

    public int rows() {
        return rows;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Where the row's first line begins. */
    public int from(int row) {
        return from[row];
    }

    /** Where its last line ends. */
    public int to(int row) {
        return to[row];
    }

    /** How many ordinary lines the row holds, in one frame, none earlier than the one before; 0 where it holds another, or one unread. */
    public int ordinaryLines(int row) {
        return ordinary[row];
    }

    /** Whether anything is known of the row but where it lies. */
    public boolean isRead(int row) {
        return ordinary[row] > 0 || isRecord(row);
    }

    /** Whether the row is one record, freed of its frame. */
    public boolean isRecord(int row) {
        return messageTo[row] != NONE;
    }

    /** The stamp of the row's first line. */
    public long nanos(int row) {
        return nanos[row];
    }

    /** The stamp of a run's last line. */
    public long lastNanos(int row) {
        return lastNanos[row];
    }

    public long frames(int row) {
        return frames[row];
    }

    /** Of the text of the row's record. */
    public long fingerprint(int row) {
        return fingerprint[row];
    }

    /** What the row's record says; null for an ordinary one. */
    @Nullable
    public BootEvent event(int row) {
        return event[row];
    }

    /** Puts the row's record into {@code record}, without its frame. */
    public void message(int row, long number, LogRecord record) {
        record.begin(bytes, from[row], to[row], number);
        record.clock = LogRecord.Clock.KERNEL;
        record.framed = true;
        peeled(row, number, record);
        record.flowed = record.to < record.lineTo && bytes[record.to] == ' ';
    }

    /** The same into a record that serves for nothing else. It does not know whether it flowed: that takes a look at the line. */
    public void peeled(int row, long number, LogRecord record) {
        record.bytes = bytes;
        record.lineFrom = from[row];
        record.lineTo = to[row];
        record.lineNumber = number;
        record.from = messageFrom[row];
        record.to = messageTo[row];
        record.nanos = nanos[row];
        record.priority = priority[row];
        record.callerCode = caller[row];
        record.frames = frames[row];
    }

    private void grow(int size) {
        from = Arrays.copyOf(from, size);
        to = Arrays.copyOf(to, size);
        ordinary = Arrays.copyOf(ordinary, size);
        messageFrom = Arrays.copyOf(messageFrom, size);
        messageTo = Arrays.copyOf(messageTo, size);
        nanos = Arrays.copyOf(nanos, size);
        lastNanos = Arrays.copyOf(lastNanos, size);
        priority = Arrays.copyOf(priority, size);
        caller = Arrays.copyOf(caller, size);
        frames = Arrays.copyOf(frames, size);
        fingerprint = Arrays.copyOf(fingerprint, size);
        event = Arrays.copyOf(event, size);
    }
}

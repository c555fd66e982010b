package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a chunk, in rows: a record that says something, freed of its frame and read; a run of ordinary lines, of which only
 * the stamps and the frame are known; or a line that needs a closer look. One column per fact, and used again for chunk after
 * chunk, because an object per line would cost more than reading it.
 */
final class PreparedLines {
    private static final int UNREAD = 0;

    private byte[] bytes = {};
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
    private @Nullable BootEvent[] event = new BootEvent[1 << 10];

    void begin(byte[] buffer) {
        bytes = buffer;
        rows = 0;
    }

    /** Adds a line that needs a closer look. */
    void addUnread(int lineFrom, int lineTo) {
        add(lineFrom, lineTo, UNREAD, null);
    }

    /** Adds a record that was freed of its frame, and what it says. */
    void add(LogRecord record, BootEvent said) {
        int row = add(record.lineFrom, record.lineTo, UNREAD, said);
        messageFrom[row] = record.from;
        messageTo[row] = record.to;
        nanos[row] = record.nanos;
        priority[row] = record.priority;
        caller[row] = record.callerCode;
        frames[row] = record.frames;
    }

    /** Adds a record that was freed of its frame and says nothing about the boot's structure. */
    void addOrdinary(LogRecord record) {
        int row = add(record.lineFrom, record.lineTo, 1, null);
        nanos[row] = record.nanos;
        lastNanos[row] = record.nanos;
        frames[row] = record.frames;
    }

    /** Adds several ordinary lines. */
    void add(int runFrom, int runTo, OrdinaryRun run) {
        int row = add(runFrom, runTo, run.lines(), null);
        nanos[row] = run.firstNanos();
        lastNanos[row] = run.lastNanos();
        frames[row] = run.frames();
    }

    private int add(int lineFrom, int lineTo, int ordinaryLines, @Nullable BootEvent said) {
        if (rows == from.length) {
            grow(rows * 2);
        }
        from[rows] = lineFrom;
        to[rows] = lineTo;
        ordinary[rows] = ordinaryLines;
        event[rows] = said;
        return rows++;
    }

    int rows() {
        return rows;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the row's first line begins. */
    int from(int row) {
        return from[row];
    }

    /** Where its last line ends. */
    int to(int row) {
        return to[row];
    }

    /** How many ordinary lines the row is a run of, in one frame, none earlier than the one before; 0 if it is none. */
    int ordinaryLines(int row) {
        return ordinary[row];
    }

    /** The stamp of the row's first line. */
    long nanos(int row) {
        return nanos[row];
    }

    /** The stamp of a run's last line. */
    long lastNanos(int row) {
        return lastNanos[row];
    }

    long frames(int row) {
        return frames[row];
    }

    /** What the row's record says; null where it is no single record, or unread. */
    @Nullable
    BootEvent event(int row) {
        return event[row];
    }

    /** Puts a record that says something into {@code record}: without its frame. */
    void message(int row, long number, LogRecord record) {
        record.begin(bytes, from[row], to[row], number);
        record.from = messageFrom[row];
        record.to = messageTo[row];
        record.clock = LogRecord.Clock.KERNEL;
        record.nanos = nanos[row];
        record.priority = priority[row];
        record.callerCode = caller[row];
        record.frames = frames[row];
        record.framed = true;
        record.flowed = record.to < record.lineTo && bytes[record.to] == ' ';
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
        event = Arrays.copyOf(event, size);
    }
}

package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a chunk. Those in the kernel's own frame are prepared: freed of it, and read; the others stand as they are. One
 * column per fact, and used again for chunk after chunk, because an object per line would cost more than reading it.
 */
final class PreparedLines {
    private byte[] bytes = {};
    private int count;
    private int[] from = new int[1 << 13];
    private int[] to = new int[1 << 13];
    private int[] messageFrom = new int[1 << 13];
    private int[] messageTo = new int[1 << 13];
    private long[] nanos = new long[1 << 13];
    private int[] priority = new int[1 << 13];
    private int[] caller = new int[1 << 13];
    private long[] frames = new long[1 << 13];
    private @Nullable BootEvent[] event = new BootEvent[1 << 13];
    private int[] runTo = new int[1 << 13];
    private int run;

    void begin(byte[] buffer) {
        bytes = buffer;
        count = 0;
        run = -1;
    }

    /** Adds a line that needs a closer look. */
    void addRaw(int lineFrom, int lineTo) {
        if (count == from.length) {
            grow(count * 2);
        }
        from[count] = lineFrom;
        to[count] = lineTo;
        messageFrom[count] = -1;
        event[count++] = null;
        run = -1;
    }

    /** Adds a record that was freed of its frame. */
    void add(LogRecord record, @Nullable BootEvent said) {
        int before = run;
        addRaw(record.lineFrom, record.lineTo);
        int row = count - 1;
        messageFrom[row] = record.from;
        messageTo[row] = record.to;
        nanos[row] = record.nanos;
        priority[row] = record.priority;
        caller[row] = record.callerCode;
        frames[row] = record.frames;
        event[row] = said;
        if (said == null) {
            goOn(before, row);
        }
    }

    /** Makes an ordinary line part of the run before it, or begins another. */
    private void goOn(int before, int row) {
        boolean same = before >= 0 && nanos[row] >= nanos[row - 1] && frames[row] == frames[row - 1];
        run = same ? before : row;
        runTo[row] = row + 1;
        runTo[run] = row + 1;
    }

    /** Behind the ordinary lines that follow an ordinary one in the same frame, none of them earlier than the one before. */
    int runTo(int row) {
        return runTo[row];
    }

    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean prepared(int row) {
        return messageFrom[row] >= 0;
    }

    /** Whether it is a prepared line that says nothing about the boot's structure. */
    boolean ordinary(int row) {
        return event[row] == null && messageFrom[row] >= 0;
    }

    long nanos(int row) {
        return nanos[row];
    }

    long frames(int row) {
        return frames[row];
    }

    @Nullable
    BootEvent event(int row) {
        return event[row];
    }

    /** Puts a line into the record: as it stands. */
    void line(int row, long number, LogRecord record) {
        record.begin(bytes, from[row], to[row], number);
    }

    /** Puts a prepared line into the record: without its frame. */
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
        messageFrom = Arrays.copyOf(messageFrom, size);
        messageTo = Arrays.copyOf(messageTo, size);
        nanos = Arrays.copyOf(nanos, size);
        priority = Arrays.copyOf(priority, size);
        caller = Arrays.copyOf(caller, size);
        frames = Arrays.copyOf(frames, size);
        event = Arrays.copyOf(event, size);
        runTo = Arrays.copyOf(runTo, size);
    }
}

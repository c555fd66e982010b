package io.bootledger.traces.format.frame;

import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.format.bytes.Ascii;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One record of a log while its frame is peeled off: what is left of the line lies between {@code from} and {@code to}, what
 * the frame told lies in the other fields. One object serves all lines of a log, because a gigabyte holds ten million of them.
 */
public final class LogRecord {
    public static final int NO_CALLER = Integer.MIN_VALUE;
    public static final int NO_PRIORITY = -1;

    /** Which clock a time stamp was read from, the least trusted first. */
    public enum Clock {
        /** None, or one that tells nothing about the boot, such as the moment a daemon received the record. */
        NONE,
        /** The capturing host's seconds since it began. */
        CAPTURE,
        /** Time of day of the record: good for differences. */
        WALL,
        /** Time since the record before. */
        DELTA,
        /** The kernel's. */
        KERNEL
    }

    private static final Caller[] TASKS = callers(true, 256);
    private static final Caller[] CPUS = callers(false, 64);
    private static final Priority[] PRIORITIES = priorities(192);

    public byte[] bytes = {};
    /** The line as it stood, frame and all. */
    public int lineFrom;

    public int lineTo;
    public long lineNumber;

    /** What is left: the message, once every layer is peeled. */
    public int from;

    public int to;

    public Clock clock = Clock.NONE;
    public long nanos;
    public int priority = NO_PRIORITY;
    public int callerCode = NO_CALLER;
    /** The stamp by the host that captured the line, whatever it counts from; -1 where the frame has none. */
    public long hostNanos = -1;

    private int hostDigits;
    /** Number in {@code /dev/kmsg}; -1 elsewhere. */
    public long sequence = -1;
    /** Bits of the frames that were peeled, by their place in {@link Frames}. */
    public long frames;
    /** Whether a frame says that this is a kernel record, not just any text. */
    public boolean framed;
    /** Whether a frame says that a program other than the kernel wrote it. */
    public boolean foreign;
    /** The boot it belongs to where the log says so (journal), as a number that tells boots apart; 0 elsewhere. */
    public long bootId;
    /** Whether the line ended in a blank, as a mail program leaves it where it wrapped the text. */
    public boolean flowed;

    int year;
    int month;
    int day;
    public long nanosOfDay;
    /** How many digits of a second the stamp had that was read last. */
    int digits;

    /** A record in printk's own frame. */
    public static LogRecord ofPrintk() {
        LogRecord record = new LogRecord();
        record.clock = Clock.KERNEL;
        record.framed = true;
        return record;
    }

    public void begin(byte[] buffer, int start, int end, long number) {
        bytes = buffer;
        lineFrom = start;
        lineTo = end;
        lineNumber = number;
        hostNanos = -1;
        restart(start, end);
    }

    /** Begins with another record of the same line. */
    public void restart(int start, int end) {
        from = start;
        to = end;
        clock = Clock.NONE;
        nanos = 0;
        priority = NO_PRIORITY;
        callerCode = NO_CALLER;
        sequence = -1;
        frames = 0;
        framed = false;
        foreign = false;
        bootId = 0;
        flowed = false;
    }

    /** Takes a stamp unless a better one is there already. */
    void stamp(Clock source, long value) {
        if (source.compareTo(clock) >= 0) {
            clock = source;
            nanos = value;
        }
    }

    /** Takes a stamp of the host's, unless an outer frame has one. */
    void stampedByHost(long value, int digitsOfSecond) {
        if (hostNanos < 0) {
            hostNanos = value;
            hostDigits = Math.min(digitsOfSecond, 9);
        }
    }

    /** Takes the one of another. */
    void hostStamp(LogRecord other) {
        hostNanos = other.hostNanos;
        hostDigits = other.hostDigits;
    }

    /** What the last digit of the host's stamp stands for. */
    public long hostPrecisionNanos() {
        long nanos = 1_000_000_000;
        for (int digit = 0; digit < hostDigits; digit++) {
            nanos /= 10;
        }
        return nanos;
    }

    void calledByTask(int pid) {
        callerCode = pid;
    }

    void calledByCpu(int cpu) {
        callerCode = ~cpu;
    }

    @Nullable
    public Caller caller() {
        if (callerCode == NO_CALLER) {
            return null;
        }
        boolean task = callerCode >= 0;
        int id = task ? callerCode : ~callerCode;
        Caller[] known = task ? TASKS : CPUS;
        return id < known.length ? known[id] : new Caller(task, id);
    }

    @Nullable
    public Priority priority() {
        return priority == NO_PRIORITY
                ? null
                : priority < PRIORITIES.length ? PRIORITIES[priority] : new Priority(priority);
    }

    /** Whether another record follows in the same line. */
    public boolean isGlued() {
        int at = to;
        while (at < lineTo && (Ascii.blank(bytes[at]) || bytes[at] == '\r')) {
            at++;
        }
        return at < lineTo;
    }

    /** User space may write anything into /dev/kmsg, but not with the kernel's facility. */
    public boolean isForged() {
        return priority >= 8;
    }

    /** A copy with bytes of its own, to keep while the buffer moves on; holds the line only. */
    public LogRecord copy() {
        LogRecord copy = new LogRecord();
        int start = Math.min(lineFrom, from);
        copy.bytes = Arrays.copyOfRange(bytes, start, Math.max(lineTo, to));
        copy.lineFrom = lineFrom - start;
        copy.lineTo = lineTo - start;
        copy.lineNumber = lineNumber;
        copy.from = from - start;
        copy.to = to - start;
        copy.clock = clock;
        copy.nanos = nanos;
        copy.priority = priority;
        copy.callerCode = callerCode;
        copy.hostNanos = hostNanos;
        copy.hostDigits = hostDigits;
        copy.sequence = sequence;
        copy.frames = frames;
        copy.framed = framed;
        copy.foreign = foreign;
        copy.bootId = bootId;
        copy.flowed = flowed;
        return copy;
    }

    private static Caller[] callers(boolean task, int count) {
        Caller[] callers = new Caller[count];
        Arrays.setAll(callers, id -> new Caller(task, id));
        return callers;
    }

    private static Priority[] priorities(int count) {
        Priority[] priorities = new Priority[count];
        Arrays.setAll(priorities, Priority::new);
        return priorities;
    }
}

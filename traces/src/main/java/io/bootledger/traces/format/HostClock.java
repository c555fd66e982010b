package io.bootledger.traces.format;

import io.bootledger.traces.format.frame.LogRecord;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The clock of the host that captured a log, as far as the log or a file beside it tells: one for all boots in it. */
final class HostClock {
    static final long UNKNOWN = -1;

    private static final long DAY = TimeUnit.DAYS.toNanos(1);

    private final @Nullable HostStamps beside;
    private long days;
    private long last = UNKNOWN;
    private long sinceLine;
    private int setBack;
    private long lastBefore = UNKNOWN;
    private long lastBeforeLine;

    HostClock(@Nullable HostStamps beside) {
        this.beside = beside;
    }

    /** Takes the next line's stamp, in nanoseconds; {@link #UNKNOWN} where it has none. */
    long read(LogRecord record) {
        long nanos = beside == null ? record.hostNanos : TimeUnit.MICROSECONDS.toNanos(beside.us(record.lineNumber));
        if (nanos < 0) {
            return UNKNOWN;
        }
        boolean midnight = nanos < DAY && nanos + days < last - DAY / 2 && nanos + days >= last - DAY;
        days += midnight ? DAY : 0;
        long now = nanos + days;
        if (last == UNKNOWN || now < last) {
            setBack += last == UNKNOWN ? 0 : 1;
            sinceLine = record.lineNumber;
        }
        last = now;
        return now;
    }

    /** The same of a line before a kernel's first record. */
    void readBeforeKernel(LogRecord record) {
        long now = read(record);
        lastBefore = now == UNKNOWN ? lastBefore : now;
        lastBeforeLine = now == UNKNOWN ? lastBeforeLine : record.lineNumber;
    }

    /** The last such stamp; {@link #UNKNOWN} where there is none, or the clock was set back since. */
    long lastBeforeKernel() {
        return lastBeforeLine < sinceLine ? UNKNOWN : lastBefore;
    }

    /** What the last digit of a stamp stands for. */
    long precisionNanos(LogRecord record) {
        return beside == null ? record.hostPrecisionNanos() : 1_000;
    }

    /** How often it was set back, as the program does that counts from a line it waits for. */
    int setBack() {
        return setBack;
    }

    /** Since when it was not. */
    long sinceLine() {
        return sinceLine;
    }
}

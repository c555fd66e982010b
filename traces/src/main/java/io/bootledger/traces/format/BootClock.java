package io.bootledger.traces.format;

import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.format.frame.LogRecord;
import org.jspecify.annotations.Nullable;

/** Makes boot time of one boot's stamps, whichever clock they were read from. */
final class BootClock {
    static final long UNKNOWN = -1;

    private long last;
    private long base = UNKNOWN;

    /** Nanoseconds of boot time, or {@link #UNKNOWN}. */
    long nanos(LogRecord.Clock clock, long nanos) {
        return switch (clock) {
            case KERNEL -> kernel(nanos);
            case DELTA -> {
                last = Math.max(0, last + nanos);
                yield last;
            }
            case WALL, CAPTURE -> sinceFirst(nanos);
            case NONE -> UNKNOWN;
        };
    }

    /** Of the kernel's own. */
    long kernel(long nanos) {
        last = nanos;
        return nanos;
    }

    private long sinceFirst(long nanos) {
        base = base == UNKNOWN ? nanos : base;
        return Math.max(0, nanos - base);
    }

    static @Nullable BootTime time(long nanos) {
        return nanos < 0 ? null : BootTime.ofNanos(nanos);
    }
}

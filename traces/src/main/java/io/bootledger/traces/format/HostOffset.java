package io.bootledger.traces.format;

import io.bootledger.traces.event.machine.HostClockRead;
import io.bootledger.traces.format.frame.LogRecord;
import org.jspecify.annotations.Nullable;

/** By how much the host's stamps of a boot's lines are ahead of the kernel's. */
final class HostOffset {
    private final HostClock host;
    private int setBack;
    private long lines;
    private long leastNanos;
    private long mostNanos;
    private boolean consoleSpoke;
    private long precisionNanos;
    private long sinceLine;
    private long lastBefore = HostClock.UNKNOWN;

    HostOffset(HostClock host) {
        this.host = host;
        this.setBack = host.setBack();
    }

    /** @param hostNanos stamp of the last line before the first record of the kernel's */
    void begins(long hostNanos) {
        lastBefore = hostNanos;
        setBack = host.setBack();
    }

    /** Takes a record that was stamped by both; the kernel stamps with 0 while its clock does not run yet. */
    void compare(LogRecord record, long hostNanos) {
        if (hostNanos == HostClock.UNKNOWN || record.clock != LogRecord.Clock.KERNEL || record.nanos <= 0) {
            return;
        }
        if (setBack != host.setBack()) {
            setBack = host.setBack();
            lines = 0;
            lastBefore = HostClock.UNKNOWN;
        }
        long ahead = hostNanos - record.nanos;
        leastNanos = lines == 0 ? ahead : Math.min(leastNanos, ahead);
        mostNanos = lines == 0 || consoleSpoke ? ahead : Math.max(mostNanos, ahead);
        precisionNanos =
                lines == 0 ? host.precisionNanos(record) : Math.max(precisionNanos, host.precisionNanos(record));
        consoleSpoke = false;
        sinceLine = host.sinceLine();
        lines++;
    }

    /** A console is there now, and has shown what was kept for it. */
    void consoleSpeaks() {
        consoleSpoke = true;
    }

    /** Whether the host's clock runs on since it was compared. */
    boolean holds() {
        return lines == 0 || setBack == host.setBack();
    }

    /** From which line on the host's clock was not set back. */
    long sinceLine() {
        return sinceLine;
    }

    /** What it comes to; null where no line has both. */
    @Nullable
    HostClockRead read() {
        return lines == 0
                ? null
                : new HostClockRead(
                        lines,
                        Math.floorDiv(leastNanos, 1_000),
                        Math.floorDiv(mostNanos, 1_000),
                        Math.max(1, precisionNanos / 1_000),
                        lastBefore == HostClock.UNKNOWN ? null : Long.valueOf(lastBefore / 1_000));
    }
}

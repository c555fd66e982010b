package io.bootledger.traces.event;

/**
 * A moment of a boot on the kernel's own clock: nanoseconds since that clock started, never negative. printk prints
 * microseconds; the last three digits are then 0.
 */
public record BootTime(long nanos) implements Comparable<BootTime> {
    public static final BootTime ZERO = new BootTime(0);

    public BootTime {
        if (nanos < 0) {
            throw new IllegalArgumentException("boot time is negative: " + nanos);
        }
    }

    public static BootTime ofNanos(long nanos) {
        return nanos == 0 ? ZERO : new BootTime(nanos);
    }

    public static BootTime ofMicros(long micros) {
        return ofNanos(Math.multiplyExact(micros, 1_000L));
    }

    /** Whole microseconds, rounded down. */
    public long micros() {
        return nanos / 1_000;
    }

    @Override
    public int compareTo(BootTime other) {
        return Long.compare(nanos, other.nanos);
    }
}

package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.KernelStarted;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whether another boot begins with a record. */
enum Boundary {
    NONE,
    /** It looks so: what follows decides. */
    PERHAPS,
    CERTAIN;

    private static final byte[] BOOTING = "Booting Linux on ".getBytes(StandardCharsets.US_ASCII);
    private static final long SECOND = 1_000_000_000L;
    private static final long BEGINNING = SECOND / 10;

    /** @param rebootSaid whether the log said so before the record */
    static Boundary before(LogRecord record, @Nullable BootEvent event, Boot boot, boolean rebootSaid) {
        if (rebootSaid
                || record.bootId != 0 && boot.bootId != 0 && record.bootId != boot.bootId
                || record.sequence >= 0 && record.sequence < boot.lastSequence) {
            return CERTAIN;
        }
        boolean banner = event instanceof KernelStarted;
        boolean again = banner && boot.banner || announces(record) && (boot.banner || boot.announced);
        boolean unstampedBanner = banner && boot.stamped && !record.framed;
        return again || unstampedBanner || falls(record, boot) ? PERHAPS : NONE;
    }

    /** Whether arm and arm64 begin so, before their banner. */
    static boolean announces(LogRecord record) {
        return Ascii.startsWith(record.bytes, record.from, record.to, BOOTING);
    }

    /** Whether the stamp falls as only a new boot makes it; a clock set anew in mid-boot falls too, but not to the beginning. */
    private static boolean falls(LogRecord record, Boot boot) {
        return record.clock == LogRecord.Clock.KERNEL
                && boot.highestNanos - record.nanos > SECOND
                && record.nanos < boot.highestNanos / 2
                && record.nanos < boot.lastNanos
                && (record.nanos < BEGINNING || boot.over());
    }
}

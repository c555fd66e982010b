package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.format.frame.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether another boot begins with a record. */
enum Boundary {
    NONE,
    /** It looks so: what follows decides. */
    PERHAPS,
    CERTAIN;

    private static final byte[] BOOTING = "Booting Linux on ".getBytes(StandardCharsets.US_ASCII);
    /** As journalctl writes between boots, of its older versions the second. */
    private static final List<byte[]> SAID =
            List.of("-- Boot ".getBytes(StandardCharsets.US_ASCII), "-- Reboot".getBytes(StandardCharsets.US_ASCII));

    private static final long SECOND = 1_000_000_000L;
    private static final long BEGINNING = SECOND / 10;

    /** What the log said before the record, other than records: it tells a machine that starts from a console that repeats itself. */
    enum Between {
        NOTHING,
        /** Text that no kernel wrote, as boot loaders write it. */
        TEXT,
        /** That another boot follows. */
        REBOOT
    }

    static Boundary before(LogRecord record, @Nullable BootEvent event, BootRecorder boot, Between between) {
        if (between == Between.REBOOT
                || record.bootId != 0 && boot.bootId != 0 && record.bootId != boot.bootId
                || record.sequence >= 0 && record.sequence < boot.lastSequence) {
            return CERTAIN;
        }
        if (event instanceof KernelStarted started) {
            return beforeBanner(record, started, boot, between);
        }
        boolean announced = announces(record) && (boot.banner != null || boot.announced);
        return announced || falls(record, boot) ? PERHAPS : NONE;
    }

    /** A kernel says its name once; only a console that repeats the log says it again, and nothing else in between. */
    private static Boundary beforeBanner(LogRecord record, KernelStarted started, BootRecorder boot, Between between) {
        if (boot.stamped && !record.framed) {
            return PERHAPS;
        }
        if (boot.banner == null) {
            return boot.over() ? CERTAIN : falls(record, boot) ? PERHAPS : NONE;
        }
        boolean startsAgain = boot.over() || between == Between.TEXT;
        return isOther(started, boot.banner) || startsAgain && record.framed ? CERTAIN : PERHAPS;
    }

    /** Whether two banners are of different builds, which release, number and date tell; one may be cut short. */
    static boolean isOther(KernelStarted started, KernelStarted before) {
        String build = build(started.banner());
        String buildBefore = build(before.banner());
        return !started.release().equals(before.release())
                || !build.startsWith(buildBefore) && !buildBefore.startsWith(build);
    }

    private static String build(String banner) {
        return banner.substring(Math.max(0, banner.indexOf('#')));
    }

    /** Whether arm and arm64 begin so, before their banner. */
    static boolean announces(LogRecord record) {
        return Ascii.startsWith(record.bytes, record.from, record.to, BOOTING);
    }

    /** Whether a text says that another boot follows. */
    static boolean isSaid(LogRecord text) {
        return SAID.stream().anyMatch(words -> Ascii.startsWith(text.bytes, text.from, text.to, words));
    }

    /** Whether the stamp falls as only a new boot makes it; a clock set anew in mid-boot falls too, but not to the beginning. */
    private static boolean falls(LogRecord record, BootRecorder boot) {
        return record.clock == LogRecord.Clock.KERNEL
                && boot.highestNanos - record.nanos > SECOND
                && record.nanos < boot.highestNanos / 2
                && record.nanos < boot.lastNanos
                && (record.nanos < BEGINNING || boot.over())
                && !boot.leaptBefore(record.nanos);
    }
}

package io.bootledger.analyzer.timeline;

import java.util.Locale;

/** How an initcall or a probe ended. */
public enum Outcome {
    OK,
    /** The hardware is not there, or the driver is not for it: -ENODEV, -ENXIO and kin. Harmless. */
    ABSENT,
    /** -EPROBE_DEFER: to be tried again. */
    DEFERRED,
    FAILED,
    /** A positive number, which the kernel ignores. */
    POSITIVE,
    /** Skipped because of {@code initcall_blacklist=}. */
    BLACKLISTED,
    /** Called and, as far as the log goes, never returned. */
    UNFINISHED,
    /** Ended, but the log does not hold the return value. */
    UNKNOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.bootledger.analyzer.ledger;

import io.bootledger.traces.event.InitcallLevel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One account of the ledger.
 *
 * @param kind what sort of time it is
 * @param name what the time was spent on: an init function, a device, or words
 * @param level the initcall level in which it was spent; null outside of any level, or when it is unknown
 * @param us microseconds booked on it
 * @param doubtfulUs how many of them are told by stamps in doubt
 */
public record Account(Kind kind, String name, @Nullable InitcallLevel level, long us, long doubtfulUs) {
    /** An account beyond doubt. */
    public Account(Kind kind, String name, @Nullable InitcallLevel level, long us) {
        this(kind, name, level, us, 0);
    }

    /** The sorts of time, in the order of a boot. */
    public enum Kind {
        /** From the first record to the first initcall, by milestone. */
        BEFORE_INITCALLS,
        /** Inside an initcall, minus what is nested in it. */
        INITCALL,
        /** Inside a driver's probe, minus what is nested in it. */
        PROBE,
        /** Between two initcalls of one level. */
        GAP,
        /** Between the last initcall of a level and the first of the next. */
        LEVEL_CHANGE,
        /** After the initcalls, until other threads are done: {@code wait_for_initramfs}, {@code async_synchronize_full}. */
        ASYNC_WAIT,
        /** Mounting a root file system. */
        ROOT_MOUNT,
        FREE_INIT_MEMORY,
        WRITE_PROTECT,
        /** After all that, until init runs. */
        UNTIL_INIT,
        /** The log does not say: lost messages, a return without its call. */
        UNKNOWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

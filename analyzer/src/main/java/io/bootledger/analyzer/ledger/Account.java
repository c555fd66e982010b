package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.timeline.CauseEvidence;
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
 * @param evidence how sure it is that this is what it was spent on
 * @param doubtfulUs how many of them are told by stamps in doubt
 */
public record Account(
        Kind kind, String name, @Nullable InitcallLevel level, CauseEvidence evidence, long us, long doubtfulUs) {
    /** An account that its lines bound, beyond doubt. */
    public Account(Kind kind, String name, @Nullable InitcallLevel level, long us) {
        this(kind, name, level, kind.evidence(), us, 0);
    }

    /** The sorts of time, in the order of a boot. */
    public enum Kind {
        /** From the first record to the first initcall, by milestone. */
        BEFORE_INITCALLS("before the first initcall"),
        /** Inside an initcall, minus what is nested in it. */
        INITCALL("initcalls, without their probes"),
        /** Inside a driver's probe, minus what is nested in it. */
        PROBE("probes"),
        /** Between two initcalls of one level. */
        GAP("between initcalls"),
        /** Between the last initcall of a level and the first of the next. */
        LEVEL_CHANGE("between levels"),
        /** After the initcalls, where other threads are waited for: {@code wait_for_initramfs}, {@code async_synchronize_full}. */
        ASYNC_WAIT("after the initcalls"),
        /** Mounting a root file system. */
        ROOT_MOUNT("mounting the root file system"),
        FREE_INIT_MEMORY("freeing init memory"),
        WRITE_PROTECT("write protection"),
        /** After all that, until init runs. */
        UNTIL_INIT("until init runs"),
        /** The log does not say: lost messages, a return without its call. */
        UNKNOWN("the log does not say");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }

        /** What two lines bound is stated. */
        CauseEvidence evidence() {
            return this == UNKNOWN ? CauseEvidence.UNKNOWN : CauseEvidence.STATED;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

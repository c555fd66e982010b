package io.bootledger.analyzer.levels;

import io.bootledger.traces.event.InitcallLevel;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a boot did not run what its image holds.
 *
 * @param level the entry's level; null for a call without an entry, or where the table tells no level
 * @param ordinal the call, by its position in the boot; null when it never ran
 */
public record OrderDifference(
        Kind kind,
        String function,
        @Nullable InitcallLevel level,
        @Nullable Integer ordinal) {
    /** What differs. */
    public enum Kind {
        /** In the table and in the log, but not where link order has it. */
        OUT_OF_ORDER,
        /** In the table between calls that ran, and not in the log. */
        MISSING,
        /** In the log and not in the table. */
        EXTRA
    }
}

package io.bootledger.analyzer.phases;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the boot.
 *
 * @param startUs where the phase before ended; null in a log without time stamps
 * @param endUs where its marker stands, or where the evidence ends
 * @param note what to know: for example that the marker is missing; null when all is as it should be
 */
public record Phase(
        Kind kind,
        @Nullable Long startUs,
        @Nullable Long endUs,
        @Nullable String note) {
    /** The phases, in order. */
    public enum Kind {
        BEFORE_INITCALLS("before the first initcall"),
        INITCALLS("initcalls"),
        ASYNC_WAIT("after the initcalls"),
        FREE_INIT_MEMORY("freeing init memory"),
        WRITE_PROTECT("write protection"),
        UNTIL_INIT("until init runs"),
        AFTER_INIT("after: modules, user space");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.timeline.Outcome;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong, or only looks like it.
 *
 * @param name the function or device
 * @param returnValue null for a call that never returned and for a panic
 * @param severity how much it matters
 * @param explanation one sentence
 * @param nearby the log's error lines nearest to it, in order
 */
public record Failure(
        Kind kind,
        String name,
        @Nullable String module,
        @Nullable Integer returnValue,
        @Nullable String errno,
        Outcome outcome,
        Severity severity,
        String explanation,
        long line,
        List<Nearby> nearby) {
    /** What failed. */
    public enum Kind {
        INITCALL,
        PROBE,
        MODULE,
        INIT,
        PANIC,
        OOPS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much it matters, worst first. */
    public enum Severity {
        /** The boot ended here, or hangs here. */
        FATAL,
        /** Something does not work. */
        REAL,
        /** Perhaps; the return value alone does not tell. */
        SUSPICIOUS,
        /** Hardware that is not there; nothing to do. */
        ABSENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A log line near the failure. */
    public record Nearby(long line, String text) {}
}

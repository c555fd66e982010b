package io.bootledger.analyzer.reading;

import org.jspecify.annotations.Nullable;

/**
 * Something to know about a log before believing the numbers.
 *
 * @param code a stable word for programs: {@code head-lost}
 * @param line the log line it is about; null when about the whole boot
 * @param text a sentence for people, with what to do next where something can be done
 */
public record Diagnostic(
        Severity severity, String code, @Nullable Long line, String text) {
    /** The code of what says that the log went on behind its last line. */
    public static final String CUT = "log-cut";

    /** How much it matters. */
    public enum Severity {
        /** The numbers hold. */
        INFO,
        /** Some numbers are missing or less exact. */
        WARNING,
        /** The log cannot answer the main question. */
        ERROR
    }
}

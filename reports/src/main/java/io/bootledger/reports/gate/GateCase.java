package io.bootledger.reports.gate;

import org.jspecify.annotations.Nullable;

/**
 * One test case of a verdict, for what shows test results.
 *
 * @param us how long what it is about takes, in microseconds
 * @param finding null when it passed
 */
record GateCase(String name, long us, @Nullable Finding finding) {
    static final String FAILURE = "failure";
    static final String SKIPPED = "skipped";

    /** @param kind the element that it becomes */
    record Finding(String kind, String message, String detail) {
        static Finding failed(String message, String detail) {
            return new Finding(FAILURE, message, detail);
        }

        static Finding skipped(String message, String detail) {
            return new Finding(SKIPPED, message, detail);
        }
    }

    boolean has(String kind) {
        return finding != null && finding.kind().equals(kind);
    }
}

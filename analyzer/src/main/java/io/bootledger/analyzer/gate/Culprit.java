package io.bootledger.analyzer.gate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What made the candidate slower, or fail.
 *
 * @param shiftUs how much; null for a failure
 */
public record Culprit(Kind kind, String name, @Nullable Long shiftUs) {
    /** How it did. */
    public enum Kind {
        SLOWER,
        ADDED,
        FAILED,
        /** Does not boot at all. */
        DIED,
        OVER_BUDGET;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}

package io.bootledger.analyzer.gate;

import java.util.Locale;

/** What can be said of a metric. */
public enum Status {
    /** Slower by more than the margin, beyond doubt at the chosen level. */
    REGRESSED,
    /** Slower by more than the margin, and allowed to be. */
    WAIVED,
    /** Slower, but another initcall of its level is faster by as much, and the level is not slower. */
    MOVED,
    /** Seems slower by more than the margin, but that may be chance: boot more often. */
    INCONCLUSIVE,
    /** Too few boots to say anything. */
    INSUFFICIENT,
    /** Faster by more than the margin, beyond doubt. */
    IMPROVED,
    OK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

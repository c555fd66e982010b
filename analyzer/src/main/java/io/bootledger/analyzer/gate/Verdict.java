package io.bootledger.analyzer.gate;

import java.util.Locale;

/** The gate's answer. */
public enum Verdict {
    /** Nothing grew by more than its margin beyond doubt, and nothing newly fails. */
    OK,
    /** The kernel boots slower, or newly fails. */
    REGRESSED,
    /** Seems slower, or some boots do not end, and that may be chance: boot more often. */
    INCONCLUSIVE,
    /** The boots cannot answer: too few, incomplete, or of unlike machines. */
    INSUFFICIENT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

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
    /** Something is slower beyond doubt, and the boot as a whole is faster beyond doubt: a trade to know about. */
    TRADED,
    /** Each side is one boot made several times: differences are facts, but a single build's. No statistics. */
    DETERMINISTIC,
    /** The boots cannot answer: too few, incomplete, or of unlike machines. */
    INSUFFICIENT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

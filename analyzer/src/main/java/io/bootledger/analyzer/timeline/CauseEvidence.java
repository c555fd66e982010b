package io.bootledger.analyzer.timeline;

import java.util.Locale;

/** How sure a claim about a cause is: who waited for whom, which thread did what; the surest first. */
public enum CauseEvidence {
    /** The log holds the scheduler's own events of the very interval, or names the thread. */
    MEASURED,
    /** The kernel says so in a line, or its code makes it unavoidable at this place. */
    STATED,
    /** A known cause, and the lines fit. */
    LIKELY,
    /** It fits in time, no more: never a "because". */
    POSSIBLE,
    UNKNOWN;

    public boolean isCertain() {
        return this == MEASURED || this == STATED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

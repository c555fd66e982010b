package io.bootledger.analyzer.timeline;

import java.util.Locale;

/** Which of a boot's two clocks a duration comes from. */
public enum DurationEvidence {
    /** The kernel's own measurement, printed in the line. */
    REPORTED,
    /** The difference of the two time stamps. */
    TIMESTAMPS,
    /** The difference of the stamps of its two events in a trace of the same boot. */
    TRACE,
    /** None is there. */
    UNKNOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

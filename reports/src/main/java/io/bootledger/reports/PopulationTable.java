package io.bootledger.reports;

import java.util.Locale;

/** What a table over many boots has a row for. In the order in which text shows them. */
public enum PopulationTable {
    KERNEL,
    INITCALL,
    LEVEL,
    PHASE,
    SEGMENT,
    FAILURE,
    /** An initcall that a kernel brought or dropped. */
    CHANGE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

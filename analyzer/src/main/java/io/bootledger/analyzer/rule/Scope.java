package io.bootledger.analyzer.rule;

import java.util.Locale;

/** What is compared of boots, the largest first. */
public enum Scope {
    TOTAL,
    PHASE,
    LEVEL,
    /** What passes outside initcalls: in a level, or before the first of process 1. */
    GAP,
    INITCALL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

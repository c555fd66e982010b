package io.bootledger.analyzer.rule;

import java.util.Locale;

/** What is compared of boots, the largest first. */
public enum Scope {
    TOTAL,
    /** Who ran before the kernel and behind it: a boot loader, user space. */
    SEGMENT,
    PHASE,
    LEVEL,
    /** What passes outside initcalls: in a level, or before the first of process 1. */
    GAP,
    /** The initcalls for which one section of MAINTAINERS answers. */
    OWNER,
    INITCALL;

    /** Whether a boot has so many of them that only one with a finding is worth a line. */
    public boolean many() {
        return this == OWNER || this == INITCALL;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

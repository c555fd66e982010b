package io.bootledger.analyzer.explain;

import java.util.Locale;

/** What a number of the report is about, and the word that asks for it. */
public enum Subject {
    /** A call of an init function. */
    INITCALL,
    /** An attempt to bind a driver to a device. */
    PROBE,
    /** An async function. */
    ASYNC,
    /** An initcall that was skipped, as {@code initcall_blacklist=} says. */
    BLACKLISTED,
    /** All initcalls of a level. */
    LEVEL,
    /** A stretch between two milestones. */
    PHASE,
    /** A moment that splits the boot. */
    MILESTONE,
    /** A sort of time in the ledger, or all of it. */
    LEDGER,
    /** One account of the ledger. */
    ACCOUNT,
    /** Accounts that belong together. */
    SUBSYSTEM,
    /** Who answers for code, and the accounts of that code. */
    OWNER,
    /** A device whose probe was put off. */
    DEFERRAL,
    /** A stretch outside of initcalls in which the boot thread waited. */
    GAP,
    /** A stretch of the critical path. */
    PATH,
    /** A change, and what it can gain. */
    WHATIF,
    /** Something that went wrong. */
    FAILURE,
    /** Something to do. */
    ADVICE,
    /** Something to know before believing the numbers. */
    DIAGNOSTIC,
    /** A stretch of the log whose stamps are in doubt. */
    DOUBT,
    /** What printing the log cost. */
    OBSERVER,
    /** How the log was read. */
    READING;

    /** Whether it speaks for what is spoken for and has the same name. */
    public boolean speaks() {
        return this == INITCALL || this == PROBE || this == BLACKLISTED;
    }

    /** Whether another row of the same name speaks for it, unless it is asked for by its word. */
    public boolean isSpokenFor() {
        return this == ACCOUNT || this == DEFERRAL || this == PATH || this == FAILURE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

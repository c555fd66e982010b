package io.bootledger.analyzer.explain;

import java.util.List;
import java.util.Locale;

/** What a number of the report is about, and the word that asks for it. */
public enum Subject {
    /** A call of an init function. */
    INITCALL("initcalls", "slowest initcalls"),
    /** An attempt to bind a driver to a device. */
    PROBE("probes", "slowest probes"),
    /** An async function. */
    ASYNC("slowest async calls"),
    /** An initcall that was skipped, as {@code initcall_blacklist=} says. */
    BLACKLISTED,
    /** All initcalls of a level. */
    LEVEL("levels"),
    /** A stretch between two milestones. */
    PHASE("phases"),
    /** Who ran, from power-on to login. */
    STAGE("stages", "axis"),
    /** Where the time from power-on to login went. */
    AXIS_LEDGER,
    /** The clock of the host that captured the log. */
    HOST_CLOCK,
    /** What systemd says of the whole. */
    STARTUP_FINISHED,
    /** A file that tells of the same boot besides the log. */
    SECOND_FILE,
    /** A moment that splits the boot. */
    MILESTONE("milestones"),
    /** A sort of time in the ledger, or all of it. */
    LEDGER("where every microsecond went"),
    /** One account of the ledger. */
    ACCOUNT("accounts"),
    /** Accounts that belong together. */
    SUBSYSTEM("subsystems"),
    /** Who answers for code, and the accounts of that code. */
    OWNER("owners"),
    /** A device whose probe was put off. */
    DEFERRAL("deferrals", "deferred probes"),
    /** A stretch outside of initcalls in which the boot thread waited. */
    GAP("gaps"),
    /** A stretch of the critical path. */
    PATH("critical path"),
    /** A change, and what it can gain. */
    WHATIF("what a change can gain before init"),
    /** Something that went wrong. */
    FAILURE("failures"),
    /** Something to do. */
    ADVICE("what to do"),
    /** Something to know before believing the numbers. */
    DIAGNOSTIC("diagnostics", "about this log"),
    /** A stretch of the log whose stamps are in doubt. */
    DOUBT("doubts"),
    /** What printing the log cost. */
    OBSERVER,
    /** The trace of the same boot. */
    TRACE,
    /** The function graph of the same boot. */
    FUNCTION_GRAPH("functions below initcalls"),
    /** How the log was read. */
    READING;

    private final List<String> headings;

    Subject(String... headings) {
        this.headings = List.of(headings);
    }

    /** Whether it is a word for all of these rows: the one for their sort, or a heading above them, in capitals or not. */
    public boolean isWord(String asked) {
        String word = asked.toLowerCase(Locale.ROOT);
        return word.equals(toString()) || headings.contains(word);
    }

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

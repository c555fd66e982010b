package io.bootledger.cli;

/** What the process tells the shell. */
final class ExitCode {
    static final int OK = 0;
    /** The gate found a regression, or a budget is broken. */
    static final int REGRESSED = 1;

    /** Wrong usage or configuration. */
    static final int USAGE = 2;
    /** An input cannot be read or cannot decide, or an output cannot be written. */
    static final int UNREADABLE = 3;
    /** The gate cannot tell, and was told to fail then or to ask for more boots. */
    static final int INCONCLUSIVE = 4;

    /** A fault of Bootledger itself. */
    static final int INTERNAL = 70;
    /** What a shell shows for a process ended by SIGKILL. */
    static final int KILLED = 137;
    /** The reader of our output went away: what a shell shows for a process ended by SIGPIPE. */
    static final int BROKEN_PIPE = 141;

    private ExitCode() {}
}

package io.bootledger.cli.process;

/** What the process tells the shell. */
public final class ExitCode {
    public static final int OK = 0;
    /** The gate found a regression, or a budget is broken. */
    public static final int REGRESSED = 1;

    /** Wrong usage or configuration. */
    public static final int USAGE = 2;
    /** An input cannot be read or cannot decide, or an output cannot be written. */
    public static final int UNREADABLE = 3;
    /** The gate cannot tell, and was told to fail then or to ask for more boots. */
    public static final int INCONCLUSIVE = 4;

    /** A fault of Bootledger itself. */
    public static final int INTERNAL = 70;
    /** What a shell shows for a process ended by SIGKILL. */
    static final int KILLED = 137;
    /** The reader of our output went away: what a shell shows for a process ended by SIGPIPE. */
    public static final int BROKEN_PIPE = 141;

    private ExitCode() {}
}

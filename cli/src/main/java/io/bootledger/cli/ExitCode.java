package io.bootledger.cli;

/** What the process tells the shell. */
final class ExitCode {
    static final int OK = 0;
    /** Wrong usage or configuration. */
    static final int USAGE = 2;
    /** An input cannot be read or cannot decide, or an output cannot be written. */
    static final int UNREADABLE = 3;
    /** A fault of Bootledger itself. */
    static final int INTERNAL = 70;
    /** The reader of our output went away: what a shell shows for a process ended by SIGPIPE. */
    static final int BROKEN_PIPE = 141;

    private ExitCode() {}
}

package io.bootledger.cli.process;

import java.io.PrintWriter;

/** What was thrown and nobody expected: a fault of ours, or of the Java that runs us. */
public final class Fault {
    /** Says it, and gives the exit code. */
    public static int said(Throwable fault, PrintWriter err, boolean withTrace) {
        return said("", fault, err, withTrace);
    }

    /** @param where it happened, before the sentence */
    public static int said(String where, Throwable fault, PrintWriter err, boolean withTrace) {
        if (withTrace) {
            fault.printStackTrace(err);
        }
        err.println("bootledger: " + where + sentence(fault));
        err.println("Please report it with the log. BOOTLEDGER_DEBUG=1 shows where it happened.");
        err.flush();
        return ExitCode.INTERNAL;
    }

    private static String sentence(Throwable fault) {
        if (fault instanceof OutOfMemoryError) {
            return "it takes more memory than it may (" + fault.getMessage()
                    + "), a fault of bootledger itself: BOOTLEDGER_JAVA_OPTIONS=-Xmx1g allows more";
        }
        if (fault instanceof StackOverflowError) {
            return "an input is nested deeper than it can follow, a fault of bootledger itself:"
                    + " BOOTLEDGER_JAVA_OPTIONS=-Xss64m may help";
        }
        return "this is a fault of bootledger itself: " + fault;
    }

    private Fault() {}
}

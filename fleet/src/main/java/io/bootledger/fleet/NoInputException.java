package io.bootledger.fleet;

/** A job cannot begin; the message is a sentence that says why. */
final class NoInputException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int USAGE = 2;
    private static final int UNREADABLE = 3;

    private final int exitCode;

    private NoInputException(String why, int exitCode) {
        super(why);
        this.exitCode = exitCode;
    }

    static NoInputException usage(String why) {
        return new NoInputException(why, USAGE);
    }

    static NoInputException unreadable(String why) {
        return new NoInputException(why, UNREADABLE);
    }

    int exitCode() {
        return exitCode;
    }
}

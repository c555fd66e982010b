package io.bootledger.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a command with an exit code and a sentence that says what to do next. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, @Nullable String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    static CommandFailure usage(String sentence) {
        return new CommandFailure(ExitCode.USAGE, sentence, null);
    }

    static CommandFailure unreadable(String sentence, @Nullable Throwable cause) {
        return new CommandFailure(ExitCode.UNREADABLE, sentence, cause);
    }

    /** Everything that had to be said is on standard error. */
    static CommandFailure silent(int exitCode) {
        return new CommandFailure(exitCode, null, null);
    }

    int exitCode() {
        return exitCode;
    }

    Optional<String> sentence() {
        return Optional.ofNullable(getMessage()).map(sentence -> "bootledger: " + sentence);
    }
}

package io.bootledger.cli.process;

import io.bootledger.reports.Printable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ends a command with an exit code and a sentence that says what to do next. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, @Nullable String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    public static CommandFailure usage(String sentence) {
        return new CommandFailure(ExitCode.USAGE, Printable.of(sentence), null);
    }

    /** The same of several sentences, a line each. */
    public static CommandFailure usage(List<String> sentences) {
        return new CommandFailure(
                ExitCode.USAGE, sentences.stream().map(Printable::of).collect(Collectors.joining("\n")), null);
    }

    public static CommandFailure unreadable(String sentence, @Nullable Throwable cause) {
        return new CommandFailure(ExitCode.UNREADABLE, Printable.of(sentence), cause);
    }

    /** Everything that had to be said is on standard error. */
    public static CommandFailure silent(int exitCode) {
        return new CommandFailure(exitCode, null, null);
    }

    public int exitCode() {
        return exitCode;
    }

    public Optional<String> sentence() {
        return Optional.ofNullable(getMessage()).map(sentence -> "bootledger: " + sentence);
    }
}

package io.bootledger.fuzz;

import io.bootledger.fuzz.input.Input;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An input, and what came of it. */
record Finding(Input input, Depth depth, Throwable thrown) {
    /** A line of the stack trace that a command printed. */
    private static final Pattern FRAME =
            Pattern.compile("\\tat (?:\\S+/)?io\\.bootledger\\.\\S+\\((\\w+\\.java:\\d+)\\)");

    /** What tells one fault from another: what was thrown, and where in the program. */
    String signature() {
        Matcher printed = FRAME.matcher(String.valueOf(thrown.getMessage()));
        return thrown.getClass().getSimpleName() + " at " + (printed.find() ? printed.group(1) : place());
    }

    private String place() {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.bootledger."))
                .filter(frame -> !frame.getClassName().endsWith(".Law"))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("nowhere");
    }

    /** How to see it again. */
    String command() {
        return "mvn -q -pl fuzz -am test -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false -Dfuzz.seed="
                + input.seed() + " -Dfuzz.from=" + input.number() + " -Dfuzz.inputs=1";
    }

    @Override
    public String toString() {
        return signature() + ": " + thrown.getMessage() + "\n  " + command();
    }
}

package io.bootledger.fuzz;

import io.bootledger.fuzz.input.Input;
import java.util.Arrays;

/** An input, and what came of it. */
record Finding(Input input, Depth depth, Throwable thrown) {
    /** What tells one fault from another: what was thrown, and where in the program. */
    String signature() {
        return thrown.getClass().getSimpleName() + " at "
                + Arrays.stream(thrown.getStackTrace())
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

package io.bootledger.cli.boot;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.cli.process.ExitCode;

/** The exit codes that {@code git bisect run} understands (git-bisect(1)): from 128 on it gives up, where other codes are answers. */
final class BisectAnswer {
    static final int GOOD = 0;
    static final int BAD = ExitCode.REGRESSED;
    static final int SKIP = 125;
    static final int ABORT_USAGE = 128 + ExitCode.USAGE;

    private BisectAnswer() {}

    /** What a verdict says of a commit. */
    static int of(GateResult result) {
        return switch (result.verdict()) {
            case REGRESSED -> BAD;
            case OK, TRADED, DETERMINISTIC -> GOOD;
            case INCONCLUSIVE, INSUFFICIENT -> SKIP;
        };
    }

    /** Ends the bisection, whose reason is a code of ours. */
    static int abort(int exitCode) {
        return 128 + exitCode;
    }

    /** For people. */
    static String word(int exitCode) {
        return exitCode == GOOD ? "good" : exitCode == BAD ? "bad" : "skip";
    }
}

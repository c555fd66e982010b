package io.bootledger.cli.boot;

import io.bootledger.cli.process.CommandFailure;
import io.bootledger.simulator.machine.Nanos;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When a boot is over, unless its command ends first. */
final class BootLimits {
    /** More than any boot prints that is not caught in a loop. */
    private static final long MOST_BYTES = 256L << 20;
    /** A line is more work than its bytes are. */
    private static final long MOST_LINES = 4_000_000;

    private static final int MOST_RUNS = 999;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "120s",
            description = "End a boot that takes longer, as in 90s or 1500ms. By itself 120s.")
    private String timeout = "120s";

    @Option(
            names = "--mark",
            paramLabel = "REGEX",
            description =
                    "End a boot at a line, or the beginning of one, in which this is found, as 'login:'. Without it, when its"
                            + " log tells that init runs.")
    private @Nullable String mark;

    /**
     * What they come to.
     *
     * @param mark null where the sign is that init runs
     */
    record Values(long timeoutNanos, @Nullable Pattern mark, long mostBytes, long mostLines) {
        long timeoutUs() {
            return TimeUnit.NANOSECONDS.toMicros(timeoutNanos);
        }
    }

    /** So many boots of each, if that is sensible. */
    static int times(int runs) {
        if (runs < 1 || runs > MOST_RUNS) {
            throw CommandFailure.usage("--runs " + runs + ": 1 to " + MOST_RUNS + " boots of each");
        }
        return runs;
    }

    private static @Nullable Pattern pattern(@Nullable String mark) {
        try {
            return mark == null ? null : Pattern.compile(mark);
        } catch (PatternSyntaxException e) {
            throw CommandFailure.usage("--mark " + mark + ": this is no pattern: " + e.getDescription());
        }
    }

    Values values() {
        try {
            long nanos = Nanos.parse(timeout).value();
            if (nanos > 0) {
                return new Values(nanos, pattern(mark), MOST_BYTES, MOST_LINES);
            }
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--timeout: " + e.getMessage());
        }
        throw CommandFailure.usage("--timeout " + timeout + ": give a boot some time");
    }
}

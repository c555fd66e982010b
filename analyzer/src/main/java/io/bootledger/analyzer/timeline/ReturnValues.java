package io.bootledger.analyzer.timeline;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a return value means. */
final class ReturnValues {
    private static final int EPROBE_DEFER = 517;

    /** Errors that say: the hardware, or what the driver needs of it, is not here. */
    private static final Set<String> ABSENT = Set.of("ENODEV", "ENXIO", "EOPNOTSUPP", "ENOTSUPP", "ENOSYS");

    /**
     * How an initcall ended. -EPROBE_DEFER from an initcall itself is a failure: nobody tries it again.
     *
     * @param ended whether it can be said to have ended
     */
    static Outcome ofInitcall(boolean ended, @Nullable Integer value, @Nullable String errno) {
        if (!ended) {
            return Outcome.UNFINISHED;
        }
        if (value == null) {
            return Outcome.UNKNOWN;
        }
        if (value >= 0) {
            return value == 0 ? Outcome.OK : Outcome.POSITIVE;
        }
        return errno != null && ABSENT.contains(errno) ? Outcome.ABSENT : Outcome.FAILED;
    }

    /** How a probe with an error ended. */
    static Outcome ofProbe(int error, ErrnoFamily family) {
        if (error == EPROBE_DEFER) {
            return Outcome.DEFERRED;
        }
        String name = Errno.nameOf(error, family);
        return name != null && ABSENT.contains(name) ? Outcome.ABSENT : Outcome.FAILED;
    }

    private ReturnValues() {}
}

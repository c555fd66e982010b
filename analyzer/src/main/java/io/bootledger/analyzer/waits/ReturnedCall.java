package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.waits.Background.Seen;
import org.jspecify.annotations.Nullable;

/** An initcall of the boot thread that returned, with its stamps: what a rule is asked about. */
record ReturnedCall(Initcall call, long startUs, long endUs, long durationUs, long endLine) {
    /** Null where the log does not hold the whole call, or another task made it. */
    static @Nullable ReturnedCall of(Initcall call) {
        return call.startUs() != null
                        && call.endUs() != null
                        && call.endUs() >= call.startUs()
                        && call.durationUs() != null
                        && call.endLine() != null
                        && call.onBootThread()
                ? new ReturnedCall(call, call.startUs(), call.endUs(), call.durationUs(), call.endLine())
                : null;
    }

    String function() {
        return call.function();
    }

    /** Whether a line stands between its own two. */
    boolean holds(@Nullable Seen seen) {
        return seen != null && seen.line() > call.line() && seen.line() < endLine;
    }

    /** Bounds of a part of it. */
    Bounds part(long lowUs, long highUs) {
        long high = Math.max(0, Math.min(highUs, durationUs));
        return new Bounds(Math.max(0, Math.min(lowUs, high)), high);
    }
}

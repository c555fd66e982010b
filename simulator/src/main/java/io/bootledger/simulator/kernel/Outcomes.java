package io.bootledger.simulator.kernel;

import java.util.Set;

/** What return values mean. */
final class Outcomes {
    static final int EPERM = 1;
    static final int EPROBE_DEFER = 517;
    private static final Set<Integer> ABSENT = Set.of(-6, -19);

    static String ofInitcall(int returned) {
        return returned > 0 ? "positive" : of(returned);
    }

    /** Of a probe, by what its driver returned. */
    static String ofProbe(int result) {
        return of(result);
    }

    private static String of(int result) {
        if (result == 0) {
            return "ok";
        }
        return result == -EPROBE_DEFER ? "deferred" : ABSENT.contains(result) ? "absent" : "failed";
    }

    private Outcomes() {}
}

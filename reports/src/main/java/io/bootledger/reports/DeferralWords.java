package io.bootledger.reports;

import io.bootledger.analyzer.probes.Deferral;
import java.util.List;

/** What a deferred device waited for, in a few words. */
public final class DeferralWords {
    private static final String BARRIER = "deferred_probe_initcall";

    private DeferralWords() {}

    /** Empty when nothing is known. */
    public static String of(Deferral deferral) {
        List<String> candidates = deferral.candidates();
        if (deferral.stated() != null) {
            return deferral.stated();
        }
        if (deferral.barrier()) {
            return BARRIER;
        }
        return switch (candidates.size()) {
            case 0 -> "";
            case 1 -> "likely " + candidates.get(0);
            default ->
                candidates.size() <= Deferral.FEW
                        ? "one of " + String.join(", ", candidates)
                        : "one of " + candidates.size() + " devices";
        };
    }
}

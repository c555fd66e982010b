package io.bootledger.reports;

import io.bootledger.analyzer.probes.Deferral;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The same without names where several may be meant: {@code perhaps one of 3}. */
    public static String brief(Deferral deferral) {
        return isDoubtful(deferral) ? "perhaps one of " + deferral.candidates().size() : of(deferral);
    }

    /** Why it is only perhaps known; null where there is no doubt. */
    public static @Nullable String doubt(Deferral deferral) {
        if (!isDoubtful(deferral)) {
            return null;
        }
        return deferral.code() == Deferral.Code.SUPPLIER
                ? "a supplier was missing, and the driver core does not say which"
                : "the driver asked to be tried again, and does not say why";
    }

    private static boolean isDoubtful(Deferral deferral) {
        return deferral.stated() == null
                && !deferral.barrier()
                && deferral.candidates().size() > 1;
    }
}

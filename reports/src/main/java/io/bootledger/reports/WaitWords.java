package io.bootledger.reports;

import io.bootledger.analyzer.waits.Bounds;
import io.bootledger.analyzer.waits.Wait;

/** Waits in words, as sure as their evidence and no surer. */
public final class WaitWords {
    private WaitWords() {}

    /** {@code at most 7.03 s}, {@code 6.32 to 7.03 s}, {@code 52.0 ms}. */
    public static String bounds(Bounds us) {
        if (us.lowUs() == us.highUs()) {
            return DurationText.rounded(us.lowUs());
        }
        return us.lowUs() == 0
                ? "at most " + DurationText.rounded(us.highUs())
                : DurationText.rounded(us.lowUs()) + " to " + DurationText.rounded(us.highUs());
    }

    /** {@code likely waited 6.32 s to 7.03 s for unpacking the initramfs}. */
    public static String of(Wait wait) {
        String waited = switch (wait.evidence()) {
            case MEASURED, STATED -> "waited ";
            case LIKELY -> "likely waited ";
            case POSSIBLE, UNKNOWN -> "may have waited ";
        };
        return waited + bounds(wait.us()) + " for " + wait.what().words();
    }
}

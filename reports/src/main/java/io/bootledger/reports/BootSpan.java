package io.bootledger.reports;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.phases.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What a boot's total stands for: from the first record to the hand-over to init, or to where the evidence ends.
 *
 * @param fromUs the first time stamp
 * @param toUs init's start, or the end of the last phase before it
 * @param reachedInit whether init ran
 */
public record BootSpan(long fromUs, long toUs, boolean reachedInit) {
    /** Null when the log has no time stamps. */
    public static @Nullable BootSpan of(BootAnalysis boot) {
        Milestones milestones = boot.milestones();
        Long from = milestones.firstUs();
        Long init = milestones.initStartedUs();
        Long to = init != null ? init : lastBeforeInit(boot);
        return from == null || to == null ? null : new BootSpan(from, Math.max(from, to), init != null);
    }

    public long totalUs() {
        return toUs - fromUs;
    }

    private static @Nullable Long lastBeforeInit(BootAnalysis boot) {
        Long last = null;
        for (Phase phase : boot.phases()) {
            Long end = phase.endUs();
            if (phase.kind() != Phase.Kind.AFTER_INIT && end != null && (last == null || end > last)) {
                last = end;
            }
        }
        return last != null ? last : boot.milestones().lastUs();
    }
}

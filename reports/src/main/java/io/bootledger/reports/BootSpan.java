package io.bootledger.reports;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.phases.Handover;
import io.bootledger.analyzer.phases.Handover.Milestone;
import io.bootledger.analyzer.phases.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What a boot's total stands for: from the first record to the hand-over to init, or to where the evidence ends.
 *
 * @param fromUs the first time stamp
 * @param toUs the hand-over, or the end of the last phase before it
 * @param handover by which milestone the kernel handed over to init; null when the span ends before that
 */
public record BootSpan(long fromUs, long toUs, @Nullable Milestone handover) {
    /** Null when the log has no time stamps. */
    public static @Nullable BootSpan of(BootAnalysis boot) {
        Long from = boot.milestones().firstUs();
        Long total = boot.totalUs();
        Handover handover = boot.milestones().handover();
        if (from != null && total != null && handover != null) {
            return new BootSpan(from, from + total, handover.milestone());
        }
        Long to = lastBeforeInit(boot);
        return from == null || to == null ? null : new BootSpan(from, Math.max(from, to), null);
    }

    /** Whether it ends where the kernel handed over to init. */
    public boolean reachedInit() {
        return handover != null;
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

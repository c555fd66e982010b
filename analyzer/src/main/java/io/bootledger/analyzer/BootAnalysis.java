package io.bootledger.analyzer;

import io.bootledger.analyzer.accounting.Accounting;
import io.bootledger.analyzer.advice.Advice;
import io.bootledger.analyzer.axis.Axis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.reading.Kernel;
import io.bootledger.analyzer.reading.Reading;
import io.bootledger.analyzer.timeline.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything Bootledger says about one boot.
 *
 * @param source name of the log it was read from
 * @param phases in order; each begins where the one before ends
 * @param levels in the kernel's order, only levels that have initcalls; empty when no level is known
 * @param accounting self times, the ledger and what stands behind them
 * @param failures the worst first
 * @param diagnostics in the order of their lines
 * @param axis who ran before the kernel and after it
 * @param advice what to do: what undermines the numbers first, then what saves most
 */
public record BootAnalysis(
        String source,
        Kernel kernel,
        Reading reading,
        Milestones milestones,
        List<Phase> phases,
        List<LevelSummary> levels,
        Timeline timeline,
        Accounting accounting,
        List<Failure> failures,
        List<Diagnostic> diagnostics,
        Axis axis,
        List<Advice> advice) {

    /** From the first record until the kernel handed over to user space; null when it did not, or nobody knows when. */
    public @Nullable Long totalUs() {
        Long from = milestones.firstUs();
        return milestones.handoverUs() == null || from == null
                ? null
                : phases.stream()
                        .filter(phase -> phase.kind() == Phase.Kind.AFTER_INIT && phase.startUs() != null)
                        .map(phase -> phase.startUs() - from)
                        .findFirst()
                        .orElse(null);
    }

    /** A boot of which only these views are known: its accounting is that of the timeline alone, and there is no advice. */
    public BootAnalysis(
            String source,
            Kernel kernel,
            Reading reading,
            Milestones milestones,
            List<Phase> phases,
            List<LevelSummary> levels,
            Timeline timeline,
            List<Failure> failures,
            List<Diagnostic> diagnostics) {
        this(
                source,
                kernel,
                reading,
                milestones,
                phases,
                levels,
                timeline,
                Accounting.of(timeline, milestones),
                failures,
                diagnostics,
                Axis.UNKNOWN,
                List.of());
    }
}

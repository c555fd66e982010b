package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.occurrence.SlowBoots;
import io.bootledger.analyzer.rule.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One compared metric and what is said of it. All durations are the boots' own; it is tested as on boots of ordinary speed.
 *
 * @param id the phase, level, gap or initcall; {@code total}
 * @param shiftUs Hodges-Lehmann estimate of candidate minus baseline
 * @param shiftPerMille the same relative to the baseline's median, in thousandths; null when that is 0
 * @param lowUs with 95 % confidence the shift, of this metric alone, is no less; null when the boots are too few to tell
 * @param highUs with 95 % confidence it is no more; null when the boots are too few to tell
 * @param p how likely so much is by chance anywhere among all metrics; null where no test was made
 * @param marginUs a shift up to this counts as none
 * @param beyondMargin candidate boots above the baseline's median by more than the margin
 * @param slowBoots boots far above all
 * @param acceptedBecause why it may be slower; null where nothing allows it
 */
public record Metric(
        Scope scope,
        String id,
        long baselineMedianUs,
        long candidateMedianUs,
        long shiftUs,
        @Nullable Long shiftPerMille,
        @Nullable Long lowUs,
        @Nullable Long highUs,
        @Nullable Double p,
        long marginUs,
        int beyondMargin,
        SlowBoots slowBoots,
        Status status,
        @Nullable String acceptedBecause) {
    /** The same metric with another status. */
    Metric with(Status other) {
        return with(other, acceptedBecause);
    }

    /** The same metric, which may be slower. */
    Metric accepted(String because) {
        return with(Status.WAIVED, because);
    }

    private Metric with(Status otherStatus, @Nullable String otherReason) {
        return new Metric(
                scope,
                id,
                baselineMedianUs,
                candidateMedianUs,
                shiftUs,
                shiftPerMille,
                lowUs,
                highUs,
                p,
                marginUs,
                beyondMargin,
                slowBoots,
                otherStatus,
                otherReason);
    }
}

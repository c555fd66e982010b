package io.bootledger.analyzer.gate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One compared metric and its verdict.
 *
 * @param id the phase, level or initcall; {@code total}
 * @param baselineBoots boots in the baseline that have it
 * @param candidateBoots boots in the candidate that have it
 * @param shiftUs Hodges-Lehmann estimate of candidate minus baseline
 * @param shiftPerMille the same relative to the baseline's median, in thousandths; null when that is 0
 * @param p how likely such a rise beyond the margin is by chance; null where no test was made
 * @param smallestP the smallest p that so many boots can give
 * @param marginUs the margin in force
 * @param dropped boots set aside as outliers, both sides together
 */
public record Metric(
        Scope scope,
        String id,
        int baselineBoots,
        int candidateBoots,
        long baselineMedianUs,
        long candidateMedianUs,
        long shiftUs,
        @Nullable Long shiftPerMille,
        @Nullable Double p,
        double smallestP,
        long marginUs,
        int dropped,
        Status status) {
    /** The same metric with another status. */
    Metric with(Status other) {
        return new Metric(
                scope,
                id,
                baselineBoots,
                candidateBoots,
                baselineMedianUs,
                candidateMedianUs,
                shiftUs,
                shiftPerMille,
                p,
                smallestP,
                marginUs,
                dropped,
                other);
    }

    /** What is compared. */
    public enum Scope {
        TOTAL,
        PHASE,
        LEVEL,
        INITCALL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

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
 * @param slowBoots boots far above their own side, counted without the limit to what is set aside
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
        SlowBoots slowBoots,
        Status status) {
    private static final double NO_CHANCE = 0.05;

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
                slowBoots,
                other);
    }

    /**
     * Whether the candidate is slow in some boots more than the baseline is: told of the total for a single boot, of its many parts
     * only where chance hardly makes it.
     */
    public boolean sometimesSlow() {
        return slowBoots.candidate() > slowBoots.baseline()
                && (scope == Scope.TOTAL || sometimesSlowP() <= NO_CHANCE)
                && status != Status.REGRESSED;
    }

    /** How likely so many more slow boots are by chance. */
    public double sometimesSlowP() {
        return slowBoots.p(baselineBoots, candidateBoots);
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

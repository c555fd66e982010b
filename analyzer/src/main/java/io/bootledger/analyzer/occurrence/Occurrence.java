package io.bootledger.analyzer.occurrence;

import io.bootledger.analyzer.statistics.FisherExact;

/**
 * How many boots of each side something happens in.
 *
 * @param what the failure, or the place of a death
 * @param p how likely it is by chance that so many of these boots are the candidate's (Fisher's exact test, one-sided), corrected
 *     for how much was asked
 */
public record Occurrence(String what, int baseline, int ofBaseline, int candidate, int ofCandidate, double p) {
    /** The chance, apart from that of the times, that an unchanged kernel is red because of what comes and goes. */
    public static final double ALPHA = 0.01;

    /** From here on it is worth saying. */
    static final double HARDLY_CHANCE = 0.05;

    /** @param asked all that was asked at once */
    static Occurrence of(String what, Pattern pattern, Questions asked) {
        double p =
                FisherExact.pMore(pattern.baseline(), pattern.ofBaseline(), pattern.candidate(), pattern.ofCandidate());
        return new Occurrence(
                what,
                pattern.baseline(),
                pattern.ofBaseline(),
                pattern.candidate(),
                pattern.ofCandidate(),
                asked.anywhere(p));
    }

    /** Whether it happens in a larger share of the candidate's boots than of the baseline's. */
    public boolean isMoreFrequent() {
        return (long) candidate * ofBaseline > (long) baseline * ofCandidate;
    }

    /** Whether chance does not explain that. */
    public boolean isBeyondChance() {
        return isMoreFrequent() && p <= ALPHA;
    }

    /** Whether chance hardly explains it. */
    public boolean isConspicuous() {
        return isMoreFrequent() && p <= HARDLY_CHANCE;
    }
}

package io.bootledger.analyzer.occurrence;

import io.bootledger.analyzer.statistics.FisherExact;
import java.util.Collection;
import java.util.HashSet;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How likely it is that one of many things shows so small a p by chance: the sum over all of them of the chance that each does, which
 * is none for what is too rare to be found. What happens in the very same boots is one thing. The sides are not looked at.
 */
final class Questions {
    private static final double ROUNDING = 1 + 1e-9;

    private final SortedMap<Integer, Integer> byBoots = new TreeMap<>();
    private final SortedMap<Integer, double[]> chances = new TreeMap<>();

    Questions(Collection<Pattern> patterns) {
        for (Pattern pattern : new HashSet<>(patterns)) {
            int boots = pattern.boots().cardinality();
            byBoots.merge(boots, 1, Integer::sum);
            chances.computeIfAbsent(boots, key -> chances(pattern));
        }
    }

    /** The p of each number of the candidate's boots among these. */
    private static double[] chances(Pattern pattern) {
        int boots = pattern.boots().cardinality();
        double[] chances = new double[Math.min(boots, pattern.ofCandidate()) + 1];
        for (int candidate = Math.max(0, boots - pattern.ofBaseline()); candidate < chances.length; candidate++) {
            chances[candidate] =
                    FisherExact.pMore(boots - candidate, pattern.ofBaseline(), candidate, pattern.ofCandidate());
        }
        return chances;
    }

    /** The chance of such a p anywhere. */
    double anywhere(double p) {
        double sum = 0;
        for (var sort : byBoots.entrySet()) {
            sum += sort.getValue() * atMost(p * ROUNDING, chances.getOrDefault(sort.getKey(), new double[0]));
        }
        return Math.min(1, sum);
    }

    private static double atMost(double p, double[] chances) {
        double largest = 0;
        for (double chance : chances) {
            if (chance <= p) {
                largest = Math.max(largest, chance);
            }
        }
        return largest;
    }
}

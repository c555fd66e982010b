package io.bootledger.analyzer.occurrence;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What fails in a larger share of the candidate's boots than of the baseline's. */
public final class FailureRates {
    private FailureRates() {}

    /**
     * But what fails in all of the one and in none of the other: that needs no counting. The surest first.
     *
     * @param baseline complete boots
     */
    public static List<Occurrence> of(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        List<BootMeasures> boots =
                Stream.concat(baseline.stream(), candidate.stream()).toList();
        SortedMap<String, BitSet> failing = new TreeMap<>();
        for (int boot = 0; boot < boots.size(); boot++) {
            for (String failure : boots.get(boot).failures()) {
                failing.computeIfAbsent(failure, key -> new BitSet()).set(boot);
            }
        }
        SortedMap<String, Pattern> patterns = new TreeMap<>();
        failing.forEach(
                (failure, where) -> patterns.put(failure, new Pattern(where, baseline.size(), candidate.size())));
        Questions asked = new Questions(patterns.values());
        return patterns.entrySet().stream()
                .map(failure -> Occurrence.of(failure.getKey(), failure.getValue(), asked))
                .filter(Occurrence::isMoreFrequent)
                .filter(one -> one.baseline() > 0 || one.candidate() < one.ofCandidate())
                .sorted(Comparator.comparingDouble(Occurrence::p).thenComparing(Occurrence::what))
                .toList();
    }
}

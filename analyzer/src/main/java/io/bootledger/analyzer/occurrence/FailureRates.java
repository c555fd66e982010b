package io.bootledger.analyzer.occurrence;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What fails in some boots and not in others: in how many of each side. */
public final class FailureRates {
    private FailureRates() {}

    /**
     * The surest first: by what fails in a candidate boot and with which error; where that is a larger share than of the baseline's, also
     * by what fails with whatever error where these differ, and of all that comes and goes whether a boot has any. But what fails in all
     * of the one and in none of the other, or in every boot: that needs no counting.
     *
     * @param baseline complete boots
     */
    public static List<Occurrence> of(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        List<BootMeasures> boots =
                Stream.concat(baseline.stream(), candidate.stream()).toList();
        SortedMap<String, BitSet> failing = failing(boots);
        SortedMap<String, BitSet> wider = withAnyError(failing);
        anything(failing, baseline.size(), boots.size()).forEach(wider::put);
        SortedMap<String, Pattern> patterns = new TreeMap<>();
        Stream.of(failing, wider)
                .forEach(asked -> asked.forEach((failure, where) ->
                        patterns.put(failure, new Pattern(where, baseline.size(), candidate.size()))));
        Questions asked = new Questions(patterns.values());
        return patterns.entrySet().stream()
                .map(failure -> Occurrence.of(failure.getKey(), failure.getValue(), asked))
                .filter(one -> wider.containsKey(one.what()) ? one.isMoreFrequent() : comesAndGoes(one))
                .sorted(Comparator.comparingDouble(Occurrence::p).thenComparing(Occurrence::what))
                .toList();
    }

    private static boolean comesAndGoes(Occurrence one) {
        return one.candidate() > 0
                && (one.candidate() < one.ofCandidate() || one.baseline() > 0 && one.baseline() < one.ofBaseline());
    }

    private static SortedMap<String, BitSet> failing(List<BootMeasures> boots) {
        SortedMap<String, BitSet> failing = new TreeMap<>();
        for (int boot = 0; boot < boots.size(); boot++) {
            for (String failure : boots.get(boot).failures()) {
                failing.computeIfAbsent(failure, key -> new BitSet()).set(boot);
            }
        }
        return failing;
    }

    /** {@code initcall usb_init (EIO or ETIMEDOUT)}. */
    private static SortedMap<String, BitSet> withAnyError(SortedMap<String, BitSet> failing) {
        SortedMap<String, SortedSet<String>> errors = new TreeMap<>();
        failing.keySet()
                .forEach(failure -> errors.computeIfAbsent(named(failure), name -> new TreeSet<>())
                        .add(failure));
        SortedMap<String, BitSet> any = new TreeMap<>();
        errors.forEach((name, same) -> {
            if (same.size() > 1) {
                String every = same.stream()
                        .map(failure -> failure.substring(Math.min(failure.length(), name.length() + 1)))
                        .map(error -> error.replaceAll("[()]", ""))
                        .collect(Collectors.joining(" or "));
                any.put(name + " (" + every + ")", union(same.stream().map(failing::get)));
            }
        });
        return any;
    }

    /** Without the error, which stands in brackets. */
    private static String named(String failure) {
        int error = failure.lastIndexOf(" (");
        return error < 0 ? failure : failure.substring(0, error);
    }

    /** What fails in every boot tells nothing here, and what fails in each of the candidate's alone tells it by itself. */
    private static Map<String, BitSet> anything(SortedMap<String, BitSet> failing, int baseline, int boots) {
        BitSet candidate = new BitSet();
        candidate.set(baseline, boots);
        List<Map.Entry<String, BitSet>> sporadic = failing.entrySet().stream()
                .filter(failure -> failure.getValue().cardinality() < boots)
                .filter(failure -> !failure.getValue().equals(candidate))
                .toList();
        long names = sporadic.stream()
                .map(failure -> named(failure.getKey()))
                .distinct()
                .count();
        return names < 2
                ? Map.of()
                : Map.of(
                        "one or another of " + names + " things",
                        union(sporadic.stream().map(Map.Entry::getValue)));
    }

    private static BitSet union(Stream<BitSet> sets) {
        BitSet union = new BitSet();
        sets.forEach(union::or);
        return union;
    }
}

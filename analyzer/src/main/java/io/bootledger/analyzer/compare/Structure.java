package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is there on one side and not on the other. Nothing here needs statistics, only counting.
 *
 * @param added initcalls that every candidate boot calls and no baseline boot
 * @param removed the reverse
 * @param sometimesAdded initcalls that some candidate boots call, and no baseline boot
 * @param sometimesRemoved initcalls that some baseline boots call, and no candidate boot
 * @param newFailures what fails in every candidate boot and in no baseline boot
 * @param goneFailures the reverse
 * @param flakyFailures what fails in some candidate boots, and in no baseline boot
 * @param changedReturns initcalls that return one value in every baseline boot and another in every candidate boot
 */
public record Structure(
        List<InitcallKey> added,
        List<InitcallKey> removed,
        List<Sometimes> sometimesAdded,
        List<Sometimes> sometimesRemoved,
        List<String> newFailures,
        List<String> goneFailures,
        List<Flaky> flakyFailures,
        List<ChangedReturn> changedReturns) {

    /** Fails in {@code failed} of {@code boots} candidate boots. */
    public record Flaky(String name, int failed, int boots) {}

    /** Is called in {@code called} of {@code boots} boots of its side, and not at all on the other. */
    public record Sometimes(InitcallKey initcall, int called, int boots) {}

    /** An initcall that began to return something else. */
    public record ChangedReturn(InitcallKey initcall, int baseline, int candidate) {}

    public static Structure of(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return new Structure(
                only(candidate, baseline, BootMeasures::called),
                only(baseline, candidate, BootMeasures::called),
                sometimes(candidate, baseline),
                sometimes(baseline, candidate),
                only(candidate, baseline, BootMeasures::failures),
                only(baseline, candidate, BootMeasures::failures),
                flaky(baseline, candidate),
                changedReturns(baseline, candidate));
    }

    /** The same where the candidate did not get as far: then nothing is known to be mended. */
    Structure withoutGoneFailures() {
        return new Structure(
                added,
                removed,
                sometimesAdded,
                sometimesRemoved,
                newFailures,
                List.of(),
                flakyFailures,
                changedReturns);
    }

    /** What all of the one side have and none of the other. */
    private static <T extends Comparable<T>> List<T> only(
            List<BootMeasures> these, List<BootMeasures> those, Function<BootMeasures, Collection<T>> what) {
        if (these.isEmpty() || those.isEmpty()) {
            return List.of();
        }
        SortedSet<T> all = new TreeSet<>(what.apply(these.get(0)));
        // First what leaves fewest: mostly both sides have the same.
        those.forEach(boot -> all.removeAll(what.apply(boot)));
        these.forEach(boot -> all.retainAll(what.apply(boot)));
        return List.copyOf(all);
    }

    private static List<Flaky> flaky(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return some(candidate, baseline, BootMeasures::failures).entrySet().stream()
                .map(entry -> new Flaky(entry.getKey(), entry.getValue(), candidate.size()))
                .toList();
    }

    private static List<Sometimes> sometimes(List<BootMeasures> these, List<BootMeasures> those) {
        return these.isEmpty() || those.isEmpty()
                ? List.of()
                : some(these, those, BootMeasures::called).entrySet().stream()
                        .map(entry -> new Sometimes(entry.getKey(), entry.getValue(), these.size()))
                        .toList();
    }

    /** In how many of the one side what is, that not all of them have, and none of the other. */
    private static <T extends Comparable<T>> SortedMap<T, Integer> some(
            List<BootMeasures> these, List<BootMeasures> those, Function<BootMeasures, Collection<T>> what) {
        SortedMap<T, Integer> counts = new TreeMap<>();
        these.forEach(boot -> what.apply(boot).forEach(one -> counts.merge(one, 1, Integer::sum)));
        those.forEach(boot -> counts.keySet().removeAll(what.apply(boot)));
        counts.values().removeIf(count -> count == these.size());
        return counts;
    }

    private static int returned(BootMeasures boot, InitcallKey key) {
        return Objects.requireNonNull(boot.returns().get(key), "asked of a call that is constant");
    }

    private static List<ChangedReturn> changedReturns(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        if (baseline.isEmpty() || candidate.isEmpty()) {
            return List.of();
        }
        return baseline.get(0).returns().keySet().stream()
                .filter(key -> !Objects.equals(
                        baseline.get(0).returns().get(key),
                        candidate.get(0).returns().get(key)))
                .filter(key -> constant(baseline, key) && constant(candidate, key))
                .sorted()
                .map(key -> new ChangedReturn(key, returned(baseline.get(0), key), returned(candidate.get(0), key)))
                .toList();
    }

    private static boolean constant(List<BootMeasures> boots, InitcallKey key) {
        Integer first = boots.get(0).returns().get(key);
        return first != null
                && boots.stream()
                        .allMatch(boot -> Objects.equals(first, boot.returns().get(key)));
    }
}

package io.bootledger.analyzer.occurrence;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Boots that died, by where they did: the initcall that they were in, or, outside of one, the words of the panic. A boot whose log
 * only breaks off is in none of these numbers: nobody knows how it ended.
 *
 * @param places where, in the order of the names
 * @param anywhere all of them, where they died in more than one place; else empty
 * @param comparable whether a boot of the baseline did not die: else it cannot be told what the candidate's deaths are
 */
public record Deaths(List<Occurrence> places, List<Occurrence> anywhere, boolean comparable) {
    /** Nobody died. */
    public static final Deaths NONE = new Deaths(List.of(), List.of(), true);

    /** @param baseline all its boots, and of the candidate all as well */
    public static Deaths of(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        List<BootMeasures> before = ended(baseline);
        List<BootMeasures> boots =
                Stream.concat(before.stream(), ended(candidate).stream()).toList();
        SortedMap<String, BitSet> places = new TreeMap<>();
        for (int boot = 0; boot < boots.size(); boot++) {
            if (boots.get(boot).died() != null) {
                places.computeIfAbsent(place(boots.get(boot)), key -> new BitSet())
                        .set(boot);
            }
        }
        BitSet all = new BitSet();
        places.values().forEach(all::or);
        int ofCandidate = boots.size() - before.size();
        List<Pattern> patterns = Stream.concat(places.values().stream(), Stream.of(all))
                .map(died -> new Pattern(died, before.size(), ofCandidate))
                .toList();
        Questions asked = new Questions(patterns);
        return new Deaths(
                places.entrySet().stream()
                        .map(place -> occurrence(place, before.size(), ofCandidate, asked))
                        .toList(),
                places.size() < 2
                        ? List.of()
                        : List.of(Occurrence.of("anywhere", patterns.get(patterns.size() - 1), asked)),
                baseline.stream().anyMatch(boot -> boot.died() == null));
    }

    private static Occurrence occurrence(
            Map.Entry<String, BitSet> place, int ofBaseline, int ofCandidate, Questions asked) {
        return Occurrence.of(place.getKey(), new Pattern(place.getValue(), ofBaseline, ofCandidate), asked);
    }

    private static List<BootMeasures> ended(List<BootMeasures> boots) {
        return boots.stream()
                .filter(boot -> boot.complete() || boot.died() != null)
                .toList();
    }

    /** Where a boot died; numbers in the words of a panic are addresses, process numbers, devices. */
    static String place(BootMeasures boot) {
        String initcall = boot.diedIn();
        return initcall != null
                ? initcall
                : String.valueOf(boot.died()).replaceAll("\\b(0x)?[0-9a-f]*[0-9][0-9a-f]*\\b", "#");
    }

    /** Places in which the candidate dies and no boot of the baseline, be it only once. */
    public List<Occurrence> newPlaces() {
        return comparable
                ? places.stream()
                        .filter(place -> place.baseline() == 0 && place.candidate() > 0)
                        .toList()
                : List.of();
    }

    /** The candidate's boots that died in such a place. */
    public Stream<BootMeasures> newlyDead(List<BootMeasures> candidate) {
        Set<String> places = newPlaces().stream().map(Occurrence::what).collect(Collectors.toSet());
        return candidate.stream().filter(boot -> boot.died() != null && places.contains(place(boot)));
    }

    /** What chance does not explain of boots dying more often where the baseline's die too. */
    public List<Occurrence> moreOften() {
        return Stream.concat(places.stream(), anywhere.stream())
                .filter(one -> one.baseline() > 0 && comparable && one.isBeyondChance())
                .toList();
    }
}

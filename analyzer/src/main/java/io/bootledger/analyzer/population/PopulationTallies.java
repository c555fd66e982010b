package io.bootledger.analyzer.population;

import io.bootledger.analyzer.compare.NaturalOrder;
import io.bootledger.analyzer.compare.measure.FailureKey;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.population.Population.Counted;
import io.bootledger.analyzer.population.Population.InitcallSpread;
import io.bootledger.analyzer.population.Population.KernelBoots;
import io.bootledger.analyzer.population.Population.Part;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of many boots, by one machine or by many, in any order. Its parts are those of {@link Population}.
 *
 * @param incomplete in how many boots, by why they cannot be compared
 * @param phases by name
 * @param levels by name
 * @param failures in how many boots
 * @param deferred in how many boots, by device
 */
public record PopulationTallies(
        int boots,
        int complete,
        Map<String, Integer> incomplete,
        @Nullable Spread total,
        List<SegmentTally> segments,
        Map<String, Spread> phases,
        Map<String, Spread> levels,
        List<InitcallSpread> initcalls,
        Map<FailureKey, Integer> failures,
        Map<String, Integer> deferred,
        List<KernelTally> kernels) {
    private static final InitcallLevel[] LEVELS = InitcallLevel.values();
    private static final Comparator<InitcallSpread> LARGEST_FIRST = Comparator.comparing(
                    (InitcallSpread each) -> each.duration() == null
                            ? Long.MIN_VALUE
                            : each.duration().medianUs(),
                    Comparator.reverseOrder())
            .thenComparing(InitcallSpread::initcall);

    /**
     * Who ran in some boots. Boots differ in who does: names stand by how far before or behind the kernel they are on average.
     *
     * @param places behind the kernel, negative before it, of all these boots together
     */
    public record SegmentTally(String name, long places, Spread duration) {
        private double place() {
            return (double) places / duration.count();
        }
    }

    /**
     * The boots of a kernel.
     *
     * @param release null for boots whose log does not tell
     * @param called what its complete boots called
     */
    public record KernelTally(
            @Nullable String release,
            int boots,
            int complete,
            @Nullable Spread total,
            SortedSet<String> handovers,
            Set<InitcallKey> called) {
        private boolean isComparable() {
            return release != null && !called.isEmpty();
        }

        private KernelBoots since(@Nullable KernelTally before) {
            return new KernelBoots(
                    release,
                    boots,
                    complete,
                    total,
                    List.copyOf(handovers),
                    before == null ? null : before.release,
                    before == null ? List.of() : without(called, before.called),
                    before == null ? List.of() : without(before.called, called));
        }
    }

    /** The level that most boots tell; null when none does. The earlier one of two that as many tell. */
    public static @Nullable InitcallLevel mostTold(int[] boots) {
        int most = 0;
        for (int level = 1; level < boots.length; level++) {
            most = boots[level] > boots[most] ? level : most;
        }
        return boots[most] == 0 ? null : LEVELS[most];
    }

    /** The same in order. */
    public Population population() {
        return new Population(
                boots,
                complete,
                mostFrequent(incomplete),
                total,
                segments.stream()
                        .sorted(Comparator.comparingDouble(SegmentTally::place).thenComparing(SegmentTally::name))
                        .map(segment -> new Part(segment.name(), segment.duration()))
                        .toList(),
                parts(phases, Phase.Kind.values()),
                parts(levels, LEVELS),
                initcalls.stream().sorted(LARGEST_FIRST).toList(),
                mostFrequent(failures),
                mostFrequent(deferred),
                kernelBoots());
    }

    private static List<Part> parts(Map<String, Spread> spreads, Object[] order) {
        return Arrays.stream(order)
                .map(Object::toString)
                .flatMap(name -> Stream.ofNullable(spreads.get(name)).map(spread -> new Part(name, spread)))
                .toList();
    }

    private static <T> List<Counted<T>> mostFrequent(Map<T, Integer> counts) {
        List<Counted<T>> all = new ArrayList<>();
        new TreeMap<>(counts).forEach((what, count) -> all.add(new Counted<>(what, count)));
        all.sort(Comparator.comparingInt(Counted<T>::boots).reversed());
        return List.copyOf(all);
    }

    private List<KernelBoots> kernelBoots() {
        List<KernelBoots> all = new ArrayList<>();
        KernelTally before = null;
        for (KernelTally kernel : kernels.stream()
                .sorted(Comparator.comparing(KernelTally::release, NaturalOrder.COMPARATOR))
                .toList()) {
            all.add(kernel.since(kernel.isComparable() ? before : null));
            before = kernel.isComparable() ? kernel : before;
        }
        return List.copyOf(all);
    }

    private static List<InitcallKey> without(Set<InitcallKey> some, Set<InitcallKey> others) {
        return some.stream().filter(key -> !others.contains(key)).sorted().toList();
    }
}

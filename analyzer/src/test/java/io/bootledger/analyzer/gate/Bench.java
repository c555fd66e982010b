package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.CallCourse;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A machine of hundred initcalls that boots with a little noise. */
final class Bench {
    private final Random random;

    Bench(long seed) {
        this.random = new Random(seed);
    }

    List<BootMeasures> boots(int count) {
        return boots(count, us -> us);
    }

    /** @param change what the kernel under test does to the durations of {@code slow_init} */
    List<BootMeasures> boots(int count, UnaryOperator<Long> change) {
        List<BootMeasures> boots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boots.add(boot("boot " + i, change));
        }
        return boots;
    }

    private BootMeasures boot(String name, UnaryOperator<Long> change) {
        SortedMap<InitcallKey, Long> initcalls = new TreeMap<>();
        for (int i = 0; i < 100; i++) {
            initcalls.put(key("driver_" + i + "_init"), noisy(100L * (i + 1)));
        }
        initcalls.put(key("slow_init"), change.apply(noisy(20_000)));
        long sum = initcalls.values().stream().mapToLong(Long::longValue).sum();
        return measures(name, 400_000 + sum, initcalls, new TreeSet<>());
    }

    private long noisy(long us) {
        return Math.round(us * (1 + 0.01 * random.nextGaussian()));
    }

    static InitcallKey key(String function) {
        return new InitcallKey(function, null, 1);
    }

    static BootMeasures measures(
            String name, long totalUs, SortedMap<InitcallKey, Long> initcalls, TreeSet<String> failures) {
        return new BootMeasures(
                name,
                null,
                null,
                null,
                new TreeMap<>(Map.of("machine", "bench")),
                totalUs,
                new TreeMap<>(Map.of("initcalls", totalUs)),
                new TreeMap<>(),
                new TreeMap<>(),
                initcalls,
                new CallCourse(List.of(), Map.of(), Map.of(), failures, new TreeSet<>()),
                0);
    }

    /** The same boot with the time of its levels, and the level of its initcalls. */
    static BootMeasures placed(BootMeasures boot, SortedMap<String, Long> levels, Map<InitcallKey, String> levelOf) {
        return new BootMeasures(
                boot.boot(),
                boot.kernel(),
                null,
                null,
                boot.environment(),
                boot.totalUs(),
                boot.phases(),
                levels,
                boot.gaps(),
                boot.initcalls(),
                new CallCourse(List.of(), levelOf, Map.of(), new TreeSet<>(), new TreeSet<>()),
                0);
    }

    static BootMeasures failing(BootMeasures boot, String failure) {
        return failing(boot, new TreeSet<>(List.of(failure)));
    }

    static BootMeasures failing(BootMeasures boot, TreeSet<String> failures) {
        return measures(boot.boot(), boot.totalUs(), new TreeMap<>(boot.initcalls()), failures);
    }

    /** The same boot with another course, of which only a part may be told. */
    static BootMeasures called(BootMeasures boot, CallCourse course) {
        SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
        initcalls.keySet().retainAll(course.order());
        return new BootMeasures(
                boot.boot(),
                boot.kernel(),
                boot.incomplete(),
                boot.died(),
                boot.environment(),
                boot.totalUs(),
                boot.phases(),
                boot.levels(),
                boot.gaps(),
                initcalls,
                course,
                boot.malformed());
    }

    static BootMeasures ended(BootMeasures boot, String why, @Nullable String panic) {
        return new BootMeasures(
                boot.boot(),
                boot.kernel(),
                why,
                panic,
                boot.environment(),
                null,
                boot.phases(),
                boot.levels(),
                boot.gaps(),
                boot.initcalls(),
                boot.course(),
                0);
    }

    /** The same boot with more time in its total and other initcalls. */
    static BootMeasures with(BootMeasures boot, SortedMap<InitcallKey, Long> initcalls, long moreUs) {
        SortedMap<String, Long> phases = new TreeMap<>(boot.phases());
        phases.computeIfPresent("initcalls", (name, us) -> us + moreUs);
        return boot.with(boot.totalUs() + moreUs, phases, boot.levels(), boot.gaps(), initcalls);
    }

    static BootMeasures garbled(BootMeasures boot, long malformed) {
        return new BootMeasures(
                boot.boot(),
                boot.kernel(),
                null,
                null,
                boot.environment(),
                boot.totalUs(),
                boot.phases(),
                boot.levels(),
                boot.gaps(),
                boot.initcalls(),
                boot.course(),
                malformed);
    }
}

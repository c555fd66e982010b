package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The initcalls of one level.
 *
 * @param level null for those whose level is not known
 * @param calls in call order, at least one
 */
public record LevelCalls(@Nullable InitcallLevel level, List<Initcall> calls) {
    private static final Comparator<@Nullable InitcallLevel> KERNEL_ORDER =
            Comparator.nullsLast(Comparator.naturalOrder());

    public LevelCalls {
        calls = List.copyOf(calls);
    }

    /** The calls of a boot level by level: in the kernel's order, only levels that have calls, the unknown last. */
    public static List<LevelCalls> of(Timeline timeline) {
        Map<@Nullable InitcallLevel, List<Initcall>> byLevel = new TreeMap<>(KERNEL_ORDER);
        for (Initcall call : timeline.initcalls()) {
            byLevel.computeIfAbsent(call.level(), level -> new ArrayList<>()).add(call);
        }
        return byLevel.entrySet().stream()
                .map(level -> new LevelCalls(level.getKey(), level.getValue()))
                .toList();
    }

    /** The same of one level alone; of all where that is null. */
    public static List<LevelCalls> of(Timeline timeline, @Nullable InitcallLevel only) {
        return of(timeline).stream()
                .filter(level -> only == null || level.level() == only)
                .toList();
    }

    /** What its measured calls took together, in microseconds. */
    public long durationUs() {
        return calls.stream()
                .map(Initcall::durationUs)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}

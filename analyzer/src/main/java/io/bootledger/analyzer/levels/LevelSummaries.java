package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.traces.event.InitcallLevel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds a boot's initcalls up by level. */
public final class LevelSummaries {
    /** In the kernel's order, only levels that have initcalls. */
    public static List<LevelSummary> of(Timeline timeline) {
        Map<InitcallLevel, LevelSummary> byLevel = new EnumMap<>(InitcallLevel.class);
        for (Initcall call : timeline.initcalls()) {
            if (call.level() != null) {
                byLevel.merge(call.level(), alone(call, call.level()), LevelSummaries::add);
            }
        }
        return List.copyOf(byLevel.values());
    }

    private static LevelSummary alone(Initcall call, InitcallLevel level) {
        long durationUs = call.durationUs() == null ? 0 : call.durationUs();
        return new LevelSummary(level, 1, durationUs, call.startUs(), call.endUs());
    }

    private static LevelSummary add(LevelSummary sum, LevelSummary call) {
        return new LevelSummary(
                sum.level(),
                sum.count() + call.count(),
                sum.durationUs() + call.durationUs(),
                earlier(sum.startUs(), call.startUs()),
                later(sum.endUs(), call.endUs()));
    }

    private static @Nullable Long earlier(@Nullable Long one, @Nullable Long other) {
        return one == null || other != null && other < one ? other : one;
    }

    private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
        return one == null || other != null && other > one ? other : one;
    }

    private LevelSummaries() {}
}

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
        Map<InitcallLevel, Sum> byLevel = new EnumMap<>(InitcallLevel.class);
        for (Initcall call : timeline.initcalls()) {
            if (call.level() != null) {
                byLevel.computeIfAbsent(call.level(), Sum::new).add(call);
            }
        }
        return byLevel.values().stream().map(Sum::summary).toList();
    }

    /** A level being added up. */
    private static final class Sum {
        private final InitcallLevel level;
        private int count;
        private long durationUs;
        private @Nullable Long startUs;
        private @Nullable Long endUs;

        Sum(InitcallLevel level) {
            this.level = level;
        }

        void add(Initcall call) {
            count++;
            durationUs += call.durationUs() == null ? 0 : call.durationUs();
            startUs = startUs == null || call.startUs() != null && call.startUs() < startUs ? call.startUs() : startUs;
            endUs = endUs == null || call.endUs() != null && call.endUs() > endUs ? call.endUs() : endUs;
        }

        LevelSummary summary() {
            return new LevelSummary(level, count, durationUs, startUs, endUs);
        }
    }

    private LevelSummaries() {}
}

package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What level lines tell of each call of kernel_init: the level last entered. Where messages were lost the next level line may be
 * among them, and before the first line only the levels below it are possible: then they tell a range.
 */
final class PrintedBounds {
    /** The bounds of each call, null where no level line tells any. */
    static @Nullable HalfLevelBounds[] of(List<Initcall> calls, List<Long> lossLines) {
        @Nullable HalfLevelBounds[] bounds = new HalfLevelBounds[calls.size()];
        InitcallLevel following = null;
        for (int at = bounds.length - 1; at >= 0; at--) {
            InitcallLevel level = printed(calls.get(at));
            boolean last = at + 1 == bounds.length || printed(calls.get(at + 1)) != level;
            if (last && at + 1 < bounds.length) {
                following = printed(calls.get(at + 1));
            }
            bounds[at] = bounds(level, following, level != null && lossSinceEntered(calls, at, lossLines));
        }
        return bounds;
    }

    private static @Nullable HalfLevelBounds bounds(
            @Nullable InitcallLevel level, @Nullable InitcallLevel following, boolean loss) {
        if (level == null) {
            return following == null || following.compareTo(InitcallLevel.EARLY) <= 0
                    ? null
                    : HalfLevelBounds.printed(InitcallLevel.EARLY, before(following));
        }
        if (!loss || following != null && following.compareTo(level) <= 0) {
            return HalfLevelBounds.printed(level, level);
        }
        return HalfLevelBounds.printed(level, following == null ? InitcallLevel.LATE : before(following));
    }

    private static InitcallLevel before(InitcallLevel level) {
        return InitcallLevel.values()[level.ordinal() - 1];
    }

    /** Whether messages were lost between the first call of the level and this one. */
    private static boolean lossSinceEntered(List<Initcall> calls, int at, List<Long> lossLines) {
        if (lossLines.isEmpty()) {
            return false;
        }
        int first = at;
        while (first > 0 && printed(calls.get(first - 1)) == printed(calls.get(at))) {
            first--;
        }
        long from = calls.get(first).line();
        long to = calls.get(at).line();
        return lossLines.stream().anyMatch(line -> from < line && line < to);
    }

    private static @Nullable InitcallLevel printed(Initcall call) {
        InitcallLevel level = call.level();
        boolean isLine = call.levelEvidence() == LevelEvidence.PRINTED;
        return isLine && level != null && level != InitcallLevel.CONSOLE && level != InitcallLevel.MODULE
                ? level
                : null;
    }

    private PrintedBounds() {}
}

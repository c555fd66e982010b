package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.traces.event.InitcallLevel;
import org.jspecify.annotations.Nullable;

/**
 * Where one call belongs.
 *
 * @param level null when nothing tells
 * @param sync whether in the level's second half; null when not known
 * @param evidence the best that says so
 * @param certain whether the evidence leaves no doubt; for an inferred level, whether known functions of the same level
 *     ran before and after it
 */
record Placement(@Nullable InitcallLevel level, @Nullable Boolean sync, LevelEvidence evidence, boolean certain) {
    static final Placement UNKNOWN = new Placement(null, null, LevelEvidence.UNKNOWN, false);
    static final Placement MODULE = new Placement(InitcallLevel.MODULE, null, LevelEvidence.SYMBOL, true);
}

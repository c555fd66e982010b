package io.bootledger.analyzer.levels;

import io.bootledger.traces.event.InitcallLevel;
import org.jspecify.annotations.Nullable;

/**
 * One level of one boot.
 *
 * @param count initcalls
 * @param durationUs their durations added up
 * @param startUs start of the first
 * @param endUs end of the last
 */
public record LevelSummary(
        InitcallLevel level,
        int count,
        long durationUs,
        @Nullable Long startUs,
        @Nullable Long endUs) {}

package io.bootledger.analyzer.reading;

import org.jspecify.annotations.Nullable;

/**
 * How the boot's part of the log was read. {@code lines = recognised + irrelevant + malformed}.
 *
 * @param format the frames seen, most frequent first
 * @param firstLine number of the boot's first line in its log, from 1
 * @param headLost whether the beginning of the boot is missing
 * @param unordered whether its lines stand in no order of time: an excerpt, over which nothing is added up
 * @param initcallDebug whether {@code initcall_debug} was on, by command line or by the lines it causes; null when neither
 *     tells
 */
public record Reading(
        String format,
        long firstLine,
        long lines,
        long recognised,
        long irrelevant,
        long malformed,
        boolean headLost,
        boolean unordered,
        @Nullable Boolean initcallDebug) {}

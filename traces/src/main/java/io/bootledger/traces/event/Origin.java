package io.bootledger.traces.event;

import org.jspecify.annotations.Nullable;

/**
 * Where an event was read.
 *
 * @param line number of the (first) line in its log, from 1; 0 for an event that stands for no single line
 * @param text the line as it stood, frame and all; null where the reader was not asked to keep it
 */
public record Origin(long line, @Nullable LogText text) {}

package io.bootledger.traces.format.frame;

/** One part of a frame's shape: reads itself at a place of a line and tells the record what it learnt. */
@FunctionalInterface
interface Token {
    int NO_MATCH = -1;

    /** The place behind this part, or {@link #NO_MATCH}. */
    int match(LogRecord line, int at);
}

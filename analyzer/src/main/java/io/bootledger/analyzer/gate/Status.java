package io.bootledger.analyzer.gate;

import java.util.Locale;

/** What can be said of a metric. */
public enum Status {
    /** Slower by more than the margin, beyond doubt at the chosen level. */
    REGRESSED,
    /** Slower as a regression is, in what is not the kernel and is not asked to count: it is told, and fails nothing. */
    NOTED,
    /** Slower by more than the margin, and allowed to be. */
    WAIVED,
    /** Slower, but another of its kind is faster by as much, and nothing larger is slower. */
    MOVED,
    /** Different by more than the margin, between boots of which each side is one and the same: no statistics. */
    CHANGED,
    /** Slower by more than the margin, which chance makes in one of two cases at most, and not seldom enough: boot more often. */
    INCONCLUSIVE,
    /** The boots are too few to say anything of it. */
    INSUFFICIENT,
    /** Faster by more than the margin, beyond doubt. */
    IMPROVED,
    OK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

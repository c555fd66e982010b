package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.levels.known.HalfLevel;
import io.bootledger.traces.event.InitcallLevel;

/**
 * The half-levels at which a call may stand, by their indices.
 *
 * @param from the first
 * @param to the last
 */
record HalfLevelBounds(int from, int to) {
    /** All that kernel_init runs. */
    static final HalfLevelBounds ANY =
            new HalfLevelBounds(HalfLevel.first(InitcallLevel.EARLY), HalfLevel.last(InitcallLevel.LATE));

    static HalfLevelBounds at(HalfLevel half) {
        return new HalfLevelBounds(half.index(), half.index());
    }

    /** A level as level lines tell it: rootfs has no line of its own and runs inside fs. */
    static HalfLevelBounds printed(InitcallLevel from, InitcallLevel to) {
        return new HalfLevelBounds(
                HalfLevel.first(from), HalfLevel.last(to == InitcallLevel.FS ? InitcallLevel.ROOTFS : to));
    }

    boolean allows(int half) {
        return from <= half && half <= to;
    }

    /** What both allow; this where they contradict each other. */
    HalfLevelBounds and(HalfLevelBounds weaker) {
        HalfLevelBounds both = new HalfLevelBounds(Math.max(from, weaker.from), Math.min(to, weaker.to));
        return both.from <= both.to ? both : this;
    }

    boolean isOneHalf() {
        return from == to;
    }

    boolean isOneLevel() {
        return from / 2 == to / 2;
    }

    /** Whether level lines leave no more open than they can. */
    boolean isOnePrintedLevel() {
        return isOneLevel() || level(from) == InitcallLevel.FS && level(to) == InitcallLevel.ROOTFS;
    }

    InitcallLevel lowest() {
        return level(from);
    }

    private static InitcallLevel level(int half) {
        return HalfLevel.of(half).level();
    }
}

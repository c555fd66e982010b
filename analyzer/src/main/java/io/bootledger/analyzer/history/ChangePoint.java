package io.bootledger.analyzer.history;

import org.jspecify.annotations.Nullable;

/**
 * Where a series settled on another level.
 *
 * @param index the first point on the new level
 * @param beforeUs the median of the level before
 * @param afterUs the median of the level from here
 * @param p how likely such neighbours are by chance: exact two-sided rank sum test
 */
public record ChangePoint(int index, long beforeUs, long afterUs, double p) {
    /** The change relative to the level before, in thousandths; null when that is 0. */
    public @Nullable Long changePerMille() {
        return beforeUs == 0 ? null : Long.valueOf(Math.round((afterUs - beforeUs) * 1_000.0 / beforeUs));
    }

    public boolean slower() {
        return afterUs > beforeUs;
    }

    ChangePoint at(int otherIndex) {
        return new ChangePoint(otherIndex, beforeUs, afterUs, p);
    }
}

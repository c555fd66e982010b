package io.bootledger.analyzer.gate;

import java.util.Optional;
import java.util.function.LongPredicate;

/** Microseconds in steps of a tenth: the series E24 of preferred numbers (IEC 60063), from 10 us on. */
final class PreferredAmounts {
    private static final int[] E24 = {
        10, 11, 12, 13, 15, 16, 18, 20, 22, 24, 27, 30, 33, 36, 39, 43, 47, 51, 56, 62, 68, 75, 82, 91
    };
    /** A day and more: no boot takes so long. */
    private static final int MOST = 10 * E24.length;

    private PreferredAmounts() {}

    /**
     * The smallest amount that is enough, if all larger ones are.
     *
     * @param nearUs where to begin looking
     * @param enough whether an amount in microseconds is
     */
    static Optional<Long> smallest(double nearUs, LongPredicate enough) {
        int below = -1;
        int above = MOST;
        int next = 0;
        while (next < MOST && amount(next) < nearUs) {
            next++;
        }
        // Steps of 1, 2, 4 ... until one amount is enough and another is not, then halves.
        for (int step = 1; above - below > 1; step *= 2) {
            boolean is = enough.test(amount(next));
            above = is ? next : above;
            below = is ? below : next;
            next = above == MOST
                    ? Math.min(MOST - 1, next + step)
                    : below < 0 ? Math.max(0, next - step) : (below + above) / 2;
        }
        return above == MOST ? Optional.empty() : Optional.of(amount(above));
    }

    private static long amount(int index) {
        long decade = 1;
        for (int i = 0; i < index / E24.length; i++) {
            decade *= 10;
        }
        return E24[index % E24.length] * decade;
    }
}

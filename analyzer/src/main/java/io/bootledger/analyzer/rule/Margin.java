package io.bootledger.analyzer.rule;

/**
 * By how much a metric may grow before anyone minds: a share, and an amount at least; of a metric that hardly varies less than the
 * share is enough to be noticed.
 *
 * @param perMille share of the usual duration, in thousandths
 * @param us microseconds; what takes less is not tested
 */
public record Margin(long perMille, long us) {
    /** A change of so many times what a metric varies by anyway is noticed even below the share. */
    private static final double SPREADS = 3;

    /**
     * The margin of a metric, in microseconds.
     *
     * @param usualUs what it usually takes
     * @param spreadUs what it varies by
     */
    double around(double usualUs, double spreadUs) {
        return Math.max((double) us, Math.min(perMille / 1_000.0 * usualUs, SPREADS * spreadUs));
    }

    /** The margin of a metric that does not vary, in microseconds. */
    public double fixed(double usualUs) {
        return Math.max((double) us, perMille / 1_000.0 * usualUs);
    }

    /** The value shifted up by the margin. */
    public double above(double value) {
        return value + fixed(value);
    }

    /** The same margin with a larger amount, where the clock is coarse. */
    Margin atLeast(long us) {
        return new Margin(perMille, Math.max(this.us, us));
    }
}

package io.bootledger.analyzer.gate;

/**
 * By how much a metric may grow before anyone minds: the larger of a share and an amount.
 *
 * @param perMille share of the baseline, in thousandths
 * @param us microseconds
 */
public record Margin(long perMille, long us) {
    /** The value shifted up by the margin. */
    double above(double value) {
        return Math.max(value * (1 + perMille / 1_000.0), value + us);
    }

    /** The margin around a value, in microseconds. */
    long around(double value) {
        return Math.round(above(value) - value);
    }

    /** The same margin with a larger amount, where the clock is coarse. */
    Margin atLeast(long us) {
        return new Margin(perMille, Math.max(this.us, us));
    }
}

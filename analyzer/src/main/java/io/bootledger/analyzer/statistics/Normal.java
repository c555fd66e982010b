package io.bootledger.analyzer.statistics;

/** The standard normal distribution. */
final class Normal {
    private Normal() {}

    /** The probability of a value above {@code z}. */
    static double upperTail(double z) {
        double tail = 0.5 * IncompleteGamma.upper(0.5, z * z / 2);
        return z >= 0 ? tail : 1 - tail;
    }
}

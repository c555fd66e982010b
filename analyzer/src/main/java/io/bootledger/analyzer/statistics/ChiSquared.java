package io.bootledger.analyzer.statistics;

/** The chi-squared distribution. */
final class ChiSquared {
    private ChiSquared() {}

    /** The median for so many degrees of freedom, found by halving an interval. */
    static double median(int degrees) {
        double low = 0;
        double high = degrees;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (IncompleteGamma.upper(degrees / 2.0, middle / 2) > 0.5) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}

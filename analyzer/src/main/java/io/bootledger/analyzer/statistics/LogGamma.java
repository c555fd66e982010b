package io.bootledger.analyzer.statistics;

/** The logarithm of the gamma function by Stirling's series, for positive arguments. */
final class LogGamma {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    /** Where the series is exact to the last digits of a double. */
    private static final double LARGE = 15;

    private LogGamma() {}

    static double of(double x) {
        double shift = 0;
        double large = x;
        while (large < LARGE) {
            shift += StrictMath.log(large);
            large += 1;
        }
        double inverse = 1 / (large * large);
        double series = (1 / 12.0 - inverse * (1 / 360.0 - inverse * (1 / 1260.0 - inverse * (1 / 1680.0)))) / large;
        return (large - 0.5) * StrictMath.log(large) - large + HALF_LOG_TWO_PI + series - shift;
    }
}

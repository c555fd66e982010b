package io.bootledger.analyzer.statistics;

/** Student's t distribution. */
final class StudentT {
    private static final double PRECISION = 1e-15;
    private static final int MOST_TERMS = 1_000;

    private StudentT() {}

    /** The probability of a value above {@code t} with so many degrees of freedom. */
    static double upperTail(double t, double degrees) {
        double tail = 0.5 * incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t));
        return t >= 0 ? tail : 1 - tail;
    }

    /** I_x(a, b), regularised. */
    private static double incompleteBeta(double a, double b, double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = StrictMath.exp(LogGamma.of(a + b)
                - LogGamma.of(a)
                - LogGamma.of(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(a, b, x) / a : 1 - front * fraction(b, a, 1 - x) / b;
    }

    /** Lentz's continued fraction. */
    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / IncompleteGamma.awayFromZero(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / IncompleteGamma.awayFromZero(1 + even * d);
            c = IncompleteGamma.awayFromZero(1 + even / c);
            result *= d * c;
            d = 1 / IncompleteGamma.awayFromZero(1 + odd * d);
            c = IncompleteGamma.awayFromZero(1 + odd / c);
            result *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return result;
    }
}

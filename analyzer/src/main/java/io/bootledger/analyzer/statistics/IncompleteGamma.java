package io.bootledger.analyzer.statistics;

/** The regularised incomplete gamma function, on which the normal and the chi-squared distribution rest. */
final class IncompleteGamma {
    private static final double PRECISION = 1e-15;
    private static final int MOST_TERMS = 1_000;

    private IncompleteGamma() {}

    /** Q(a, x), the upper tail. */
    static double upper(double a, double x) {
        if (x <= 0) {
            return 1;
        }
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
    }

    private static double scale(double a, double x) {
        return StrictMath.exp(-x + a * StrictMath.log(x) - LogGamma.of(a));
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum * scale(a, x);
    }

    /** Lentz's continued fraction. */
    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / Double.MIN_NORMAL;
        double d = 1 / b;
        double result = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            double step = -n * (n - a);
            b += 2;
            d = 1 / awayFromZero(step * d + b);
            c = awayFromZero(b + step / c);
            result *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return result * scale(a, x);
    }

    static double awayFromZero(double value) {
        return Math.abs(value) < Double.MIN_NORMAL ? Double.MIN_NORMAL : value;
    }
}

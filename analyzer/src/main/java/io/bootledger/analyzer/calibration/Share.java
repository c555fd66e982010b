package io.bootledger.analyzer.calibration;

/** How many of how many, and between what the true share lies (Wilson's score interval at 95 %). */
public record Share(int hits, int of) {
    private static final double Z = 1.959963984540054;

    public Share {
        if (hits < 0 || hits > of || of < 1) {
            throw new IllegalArgumentException(hits + " of " + of + " is no share");
        }
    }

    /** In thousandths. */
    public double lowPerMille() {
        return Math.max(0, 1_000 * (centre() - half()));
    }

    /** In thousandths. */
    public double highPerMille() {
        return Math.min(1_000, 1_000 * (centre() + half()));
    }

    private double centre() {
        return (hits + Z * Z / 2) / (of + Z * Z);
    }

    private double half() {
        double share = (double) hits / of;
        return Z / (of + Z * Z) * StrictMath.sqrt(of * share * (1 - share) + Z * Z / 4);
    }
}

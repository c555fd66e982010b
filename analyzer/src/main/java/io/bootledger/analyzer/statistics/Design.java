package io.bootledger.analyzer.statistics;

/**
 * How many values each side of a comparison has.
 *
 * @param earlier values of the first side, one at least
 * @param later values of the second side, one at least
 */
public record Design(int earlier, int later) {
    public Design {
        if (earlier < 1 || later < 1) {
            throw new IllegalArgumentException("a comparison needs values on both sides: " + earlier + " and " + later);
        }
    }

    /** All values. */
    public int size() {
        return earlier + later;
    }

    public boolean balanced() {
        return earlier == later;
    }

    /** In how many ways the values can be dealt to the two sides. */
    public double deals() {
        double deals = 1;
        for (int i = 1; i <= later; i++) {
            deals = deals * (earlier + i) / i;
        }
        return Math.rint(deals);
    }

    /** The smallest p-value that a permutation test can give. */
    public double smallestP() {
        return 1 / deals();
    }

    /** Half of the smaller side, rounded up: so many values of one kind are no accident of a single boot. */
    public int half() {
        return (Math.min(earlier, later) + 1) / 2;
    }

    /** How many values a stretch must hold to be where the values usually are, even when one side lies elsewhere as a whole. */
    public int bulk() {
        return balanced() ? earlier : (size() + 1) / 2;
    }
}

package io.bootledger.analyzer.statistics;

/** Fisher's exact test, one-sided: whether something happens more often on one side than chance alone would have it. */
public final class FisherExact {
    private FisherExact() {}

    /**
     * The probability of at least {@code later} of all the cases falling on the later side, if both sides were alike.
     *
     * @param earlier cases among {@code ofEarlier} tries
     * @param later cases among {@code ofLater} tries
     */
    public static double pMore(int earlier, int ofEarlier, int later, int ofLater) {
        int cases = earlier + later;
        double all = choose(ofEarlier + ofLater, cases);
        double asMany = 0;
        for (int here = later; here <= Math.min(cases, ofLater); here++) {
            asMany += choose(ofLater, here) * choose(ofEarlier, cases - here);
        }
        return Math.min(1, asMany / all);
    }

    private static double choose(int of, int some) {
        double ways = some > of ? 0 : 1;
        for (int i = 1; i <= some && ways > 0; i++) {
            ways = ways * (of - some + i) / i;
        }
        return ways;
    }
}

package io.bootledger.analyzer.compare.measure;

/**
 * How slow the candidate's boots were as a whole beside the baseline's, and what says so.
 *
 * @param perMille the candidate's median boot factor by the baseline's, in thousandths: 1000 when the machine was as fast
 * @param initcalls how many initcalls that are long enough to be measured well say so
 * @param lowerQuartilePerMille a quarter of them grew by less than this
 * @param upperQuartilePerMille a quarter of them grew by more than this
 */
public record Speed(long perMille, int initcalls, long lowerQuartilePerMille, long upperQuartilePerMille) {
    /** @param ratios the initcalls' own, ascending */
    static Speed of(double ratio, double[] ratios) {
        return new Speed(
                perMille(ratio),
                ratios.length,
                perMille(ratios[ratios.length / 4]),
                perMille(ratios[ratios.length - 1 - ratios.length / 4]));
    }

    private static long perMille(double ratio) {
        return Math.round(1_000 * ratio);
    }

    /** Whether at least three quarters of the initcalls moved the same way: else it may be the initcalls, not the machine. */
    public boolean agreed() {
        return lowerQuartilePerMille > 1_000 || upperQuartilePerMille < 1_000;
    }
}

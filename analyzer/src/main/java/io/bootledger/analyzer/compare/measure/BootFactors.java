package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.statistics.Median;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How slow each boot was as a whole. Clock, heat and a busy host slow all initcalls alike, the many short ones with the few long ones,
 * and with these the total. Where the totals do not follow, it was the short ones that changed, and nothing as a whole.
 *
 * @param factors the median, over the initcalls that take long enough, of a boot's duration by the initcall's median
 * @param told whether that tells anything: else all are 1
 */
record BootFactors(double[] factors, boolean told) {
    private static final double MEASURED_WELL_US = 200;
    /** Of fewer initcalls the median follows two that changed. */
    private static final int FEWEST = 5;
    /** Totals follow that move by so much of what the initcalls do, as logarithms: the rest of a boot may wait for its clock. */
    private static final double FOLLOWING = 0.5;

    /** The rows of what takes long enough in every boot. */
    static double[][] wellMeasured(double[][] us) {
        return Arrays.stream(us)
                .filter(row ->
                        Median.of(row) > MEASURED_WELL_US && Arrays.stream(row).allMatch(duration -> duration > 0))
                .toArray(double[][]::new);
    }

    /**
     * Of a table with a row an initcall and a column a boot; nothing here knows which boot is on which side.
     *
     * @param boots the columns
     */
    static BootFactors of(double[][] us, List<BootMeasures> boots) {
        double[][] wellMeasured = wellMeasured(us);
        double[] ones = new double[boots.size()];
        Arrays.fill(ones, 1);
        if (wellMeasured.length < FEWEST) {
            return new BootFactors(ones, false);
        }
        double[] medians = Arrays.stream(wellMeasured).mapToDouble(Median::of).toArray();
        double[] factors = IntStream.range(0, boots.size())
                .mapToDouble(boot -> Median.of(IntStream.range(0, wellMeasured.length)
                        .mapToDouble(row -> wellMeasured[row][boot] / medians[row])
                        .toArray()))
                .toArray();
        return areFollowed(factors, boots) ? new BootFactors(factors, true) : new BootFactors(ones, false);
    }

    /** Whether the line through the totals, by least squares, is steep enough; of boots without a total nobody knows better. */
    private static boolean areFollowed(double[] factors, List<BootMeasures> boots) {
        int[] known = IntStream.range(0, factors.length)
                .filter(boot -> boots.get(boot).totalUs() != null)
                .toArray();
        if (known.length == 0) {
            return true;
        }
        double usual = Median.of(Arrays.stream(known)
                .mapToDouble(boot -> boots.get(boot).knownTotalUs())
                .toArray());
        double together = 0;
        double alone = 0;
        for (int boot : known) {
            double factor = StrictMath.log(factors[boot]);
            together += factor * StrictMath.log(boots.get(boot).knownTotalUs() / usual);
            alone += factor * factor;
        }
        return together >= FOLLOWING * alone;
    }
}

package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.statistics.Median;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How slow each boot was as a whole. Clock, heat and a busy host slow all initcalls alike, the many short ones with the few long ones,
 * and with these the total. Where the totals do not follow, with or without what only some boots have and the initcall that varies most (which
 * may have changed itself), it was the short ones that changed, and nothing as a whole.
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
     * @param elsewhere what each boot took for initcalls that not all of them have
     */
    static BootFactors of(double[][] us, List<BootMeasures> boots, double[] elsewhere) {
        double[][] wellMeasured = wellMeasured(us);
        double[] ones = new double[boots.size()];
        Arrays.fill(ones, 1);
        if (wellMeasured.length < FEWEST) {
            return new BootFactors(ones, false);
        }
        double[] factors = medianRatios(wellMeasured, boots.size());
        double[] varying = mostVarying(us, boots.size());
        double[] none = new double[boots.size()];
        boolean followed = Stream.of(none, varying, elsewhere, sum(varying, elsewhere))
                .anyMatch(without -> areFollowed(factors, totals(boots, without)));
        return followed ? new BootFactors(factors, true) : new BootFactors(ones, false);
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = one.clone();
        Arrays.setAll(sum, boot -> one[boot] + other[boot]);
        return sum;
    }

    /** Without some of it, by their median; 1 for a boot without a total. */
    private static double[] totals(List<BootMeasures> boots, double[] without) {
        double[] known = new double[boots.size()];
        for (int boot = 0; boot < known.length; boot++) {
            Long total = boots.get(boot).totalUs();
            known[boot] = total == null ? 0 : Math.max(0, total - without[boot]);
        }
        double[] told = Arrays.stream(known).filter(total -> total > 0).toArray();
        double usual = told.length == 0 ? 1 : Median.of(told);
        return Arrays.stream(known).map(total -> total > 0 ? total / usual : 1).toArray();
    }

    private static double[] mostVarying(double[][] us, int boots) {
        return Arrays.stream(us)
                .max(Comparator.comparingDouble(row -> Arrays.stream(row).max().orElse(0)
                        - Arrays.stream(row).min().orElse(0)))
                .orElse(new double[boots]);
    }

    private static double[] medianRatios(double[][] us, int boots) {
        double[] medians = Arrays.stream(us).mapToDouble(Median::of).toArray();
        return IntStream.range(0, boots)
                .mapToDouble(boot -> Median.of(IntStream.range(0, us.length)
                        .mapToDouble(row -> us[row][boot] / medians[row])
                        .toArray()))
                .toArray();
    }

    /** Whether the line through the others, by least squares, is steep enough. */
    private static boolean areFollowed(double[] factors, double[] others) {
        double together = 0;
        double alone = 0;
        for (int boot = 0; boot < factors.length; boot++) {
            double factor = StrictMath.log(factors[boot]);
            together += factor * StrictMath.log(others[boot]);
            alone += factor * factor;
        }
        return together >= FOLLOWING * alone;
    }
}

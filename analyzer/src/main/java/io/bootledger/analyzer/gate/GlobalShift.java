package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.Matched;
import io.bootledger.analyzer.statistics.Median;
import java.util.List;

/** Whether a slower total is a slower machine: clock, host, compiler, a debug option. */
final class GlobalShift {
    private static final double HALF = 0.5;

    private GlobalShift() {}

    /** True when the boots' own speed explains at least half of the total's rise, on a logarithmic scale. */
    static boolean explains(List<BootMeasures> baseline, List<BootMeasures> candidate, Matched matched) {
        double rise = StrictMath.log(median(candidate) / median(baseline));
        return rise > 0 && StrictMath.log(matched.environmentRatio()) >= HALF * rise;
    }

    private static double median(List<BootMeasures> boots) {
        return Median.of(boots.stream().mapToDouble(boot -> boot.totalUs()).toArray());
    }
}

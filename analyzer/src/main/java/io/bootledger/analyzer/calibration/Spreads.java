package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.calibration.Calibration.Sessions;
import io.bootledger.analyzer.calibration.Calibration.Spread;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How much boots differ, and sessions of boots. */
final class Spreads {
    private static final int FEWEST_OF_A_SESSION = 3;
    /** Of the median of normal values, against that of their mean: pi / 2. */
    private static final double MEDIAN_VARIANCE = StrictMath.PI / 2;

    private Spreads() {}

    /** Of the total, and of the phases and levels that all boots have. */
    static List<Spread> of(List<BootMeasures> boots) {
        List<Spread> spreads = new ArrayList<>();
        spreads.add(spread(Scope.TOTAL, "total", boots, BootMeasures::totalUs));
        parts(Scope.PHASE, boots, BootMeasures::phases, spreads);
        parts(Scope.LEVEL, boots, BootMeasures::levels, spreads);
        return spreads;
    }

    private static void parts(
            Scope scope,
            List<BootMeasures> boots,
            Function<BootMeasures, SortedMap<String, Long>> parts,
            List<Spread> spreads) {
        TreeSet<String> names = new TreeSet<>(parts.apply(boots.get(0)).keySet());
        boots.forEach(boot -> names.retainAll(parts.apply(boot).keySet()));
        names.forEach(name ->
                spreads.add(spread(scope, name, boots, boot -> parts.apply(boot).get(name))));
    }

    private static Spread spread(
            Scope scope, String id, List<BootMeasures> boots, ToDoubleFunction<BootMeasures> what) {
        double[] values = boots.stream().mapToDouble(what).sorted().toArray();
        double median = Median.of(values);
        return new Spread(
                scope,
                id,
                Math.round(median),
                median == 0 ? null : Math.round(1_000 * Median.deviation(values) / median),
                median == 0 ? null : Math.round(1_000 * values[values.length - 1] / median));
    }

    /** Null when fewer than two sessions have enough boots. */
    static @Nullable Sessions between(Collection<List<BootMeasures>> sessions) {
        List<double[]> logs = sessions.stream()
                .filter(boots -> boots.size() >= FEWEST_OF_A_SESSION)
                .map(boots -> boots.stream()
                        .mapToDouble(boot -> StrictMath.log((double) boot.knownTotalUs()))
                        .toArray())
                .toList();
        if (logs.size() < 2) {
            return null;
        }
        double[] medians = logs.stream().mapToDouble(Median::of).toArray();
        double within = logs.stream()
                .mapToDouble(values -> MEDIAN_VARIANCE * StrictMath.pow(Median.deviation(values), 2) / values.length)
                .average()
                .orElseThrow();
        double between = Math.max(0, variance(medians) - within);
        return new Sessions(logs.size(), Math.round(1_000 * StrictMath.sqrt(between)));
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }
}

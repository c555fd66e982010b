package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.statistics.Design;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The least rise of the total that the gate finds in four of five comparisons: for each of {@value #DRAWS} drawn comparisons the least
 * one that it finds there, by halving; of these the one that four of five do not exceed.
 */
final class LeastRise {
    private static final int DRAWS = 100;
    private static final int MOST_PER_MILLE = 1_000;

    private LeastRise() {}

    /** In thousandths; null when more than {@value #MOST_PER_MILLE}. */
    static @Nullable Long of(Comparisons comparisons, Design design, Rates.Judge judge, GateSettings settings) {
        int[] least = IntStream.range(0, DRAWS)
                .parallel()
                .map(run -> least(totals(comparisons.draw(design, run)), judge, settings))
                .toArray();
        Arrays.sort(least);
        int found = least[DRAWS * 4 / 5 - 1];
        return found > MOST_PER_MILLE ? null : Long.valueOf(found);
    }

    private static int least(Comparisons.Pair pair, Rates.Judge judge, GateSettings settings) {
        int low = 0;
        int high = MOST_PER_MILLE + 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (found(pair, middle, judge, settings)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static boolean found(Comparisons.Pair pair, int perMille, Rates.Judge judge, GateSettings settings) {
        List<BootMeasures> slower = pair.candidate().stream()
                .map(boot -> totalOnly(boot, Math.round(boot.knownTotalUs() * (1 + perMille / 1_000.0))))
                .toList();
        return judge.judge(pair.baseline(), slower, settings)
                .total()
                .map(Metric::status)
                .filter(status -> status == Status.REGRESSED)
                .isPresent();
    }

    private static Comparisons.Pair totals(Comparisons.Pair pair) {
        return new Comparisons.Pair(totals(pair.baseline()), totals(pair.candidate()));
    }

    private static List<BootMeasures> totals(List<BootMeasures> boots) {
        return boots.stream().map(boot -> totalOnly(boot, boot.knownTotalUs())).toList();
    }

    private static BootMeasures totalOnly(BootMeasures boot, long totalUs) {
        return boot.with(
                totalUs,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap());
    }
}

package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.calibration.Calibration.Detectable;
import io.bootledger.analyzer.calibration.Calibration.SizeSpread;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.rule.ClockQuantum;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.statistics.Design;
import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Calibration} of boots. The same boots and seed give the same one. */
public final class Calibrating {
    private static final int SPLITS = 100;
    private static final int MOST_PER_SIDE = 10;
    private static final List<Integer> PER_SIDE = List.of(5, 6, 10, 20);
    private static final List<Long> SIZES_US = List.of(100_000L, 10_000L, 1_000L, 100L);

    private final List<BootMeasures> boots;
    private final Collection<List<BootMeasures>> sessions;
    private final GateSettings settings;
    private final DrawnComparisons comparisons;
    private final Rates.Judge judge;
    private final long seed;

    private Calibrating(Collection<List<BootMeasures>> sessions, GateSettings settings, Rates.Judge judge, long seed) {
        this.sessions = sessions;
        this.boots = sessions.stream().flatMap(List::stream).toList();
        this.settings = settings;
        this.comparisons = new DrawnComparisons(boots, Dealing.RANDOM, seed);
        this.judge = judge;
        this.seed = seed;
    }

    /**
     * @param sessions complete boots of one kernel, those that were made together in one list; four boots at least
     * @param judge asked thousands of times, by several threads
     */
    public static Calibration of(
            Collection<List<BootMeasures>> sessions, GateSettings settings, Rates.Judge judge, long seed) {
        return new Calibrating(sessions, settings, judge, seed).all();
    }

    private Calibration all() {
        int perSide = Math.min(MOST_PER_SIDE, boots.size() / 2);
        GateRule suggested = suggested();
        List<List<Long>> initcalls = initcalls();
        return new Calibration(
                boots.size(),
                Spreads.of(boots),
                sizes(initcalls),
                Spreads.between(sessions),
                ClockQuantum.of(initcalls.stream().flatMap(List::stream).toList()),
                (int) initcalls.stream().filter(Calibrating::ticks).count(),
                PER_SIDE.stream().map(this::detectable).toList(),
                splits(comparisons, perSide, settings.rule()),
                suggested,
                heldOut(suggested));
    }

    private Rates splits(DrawnComparisons of, int perSide, GateRule rule) {
        return Rates.of(of, new Design(perSide, perSide), SPLITS, judge, settings.with(rule), null);
    }

    /** What is raised until the boots at hand pass says nothing of others: so every other boot is kept for the answer. */
    private List<BootMeasures> half(int first) {
        return IntStream.range(0, boots.size())
                .filter(boot -> boot % 2 == first)
                .mapToObj(boots::get)
                .toList();
    }

    private GateRule suggested() {
        MarginLadder ladder = new MarginLadder(settings.rule(), Spreads.between(sessions));
        List<BootMeasures> tuning = half(0);
        DrawnComparisons splits = new DrawnComparisons(tuning, Dealing.RANDOM, seed);
        int perSide = Math.min(MOST_PER_SIDE, tuning.size() / 2);
        Rates rates = splits(splits, perSide, ladder.rule());
        while (rates.red().hits() * 100 > SPLITS && ladder.climb(rates)) {
            rates = splits(splits, perSide, ladder.rule());
        }
        return ladder.rule();
    }

    private @Nullable Rates heldOut(GateRule rule) {
        List<BootMeasures> others = half(1);
        int perSide = Math.min(MOST_PER_SIDE, others.size() / 2);
        return perSide == 0 || new Design(perSide, perSide).smallestP() > rule.alpha()
                ? null
                : splits(new DrawnComparisons(others, Dealing.RANDOM, seed), perSide, rule);
    }

    private Detectable detectable(int perSide) {
        Design design = new Design(perSide, perSide);
        return new Detectable(
                perSide, LeastRise.of(comparisons, design, judge, settings), !comparisons.suffices(design));
    }

    /** The durations of each initcall that all boots have. */
    private List<List<Long>> initcalls() {
        TreeSet<InitcallKey> common = new TreeSet<>(boots.get(0).initcalls().keySet());
        boots.forEach(boot -> common.retainAll(boot.initcalls().keySet()));
        List<List<Long>> initcalls = new ArrayList<>();
        common.forEach(key -> initcalls.add(
                boots.stream().map(boot -> boot.initcalls().get(key)).toList()));
        return initcalls;
    }

    private static boolean ticks(List<Long> durations) {
        return Median.of(array(durations)) > 0 && ClockQuantum.ticks(array(durations)) > 1;
    }

    private static List<SizeSpread> sizes(List<List<Long>> initcalls) {
        List<SizeSpread> sizes = new ArrayList<>();
        double below = Double.POSITIVE_INFINITY;
        for (long from : SIZES_US) {
            double limit = below;
            double[] spreads = initcalls.stream()
                    .map(Calibrating::array)
                    .filter(values -> Median.of(values) >= from && Median.of(values) < limit)
                    .mapToDouble(values -> Median.deviation(values) / Median.of(values))
                    .toArray();
            if (spreads.length > 0) {
                sizes.add(new SizeSpread(from, spreads.length, Math.round(1_000 * Median.of(spreads))));
            }
            below = from;
        }
        return sizes;
    }

    private static double[] array(List<Long> values) {
        return values.stream().mapToDouble(Long::doubleValue).toArray();
    }
}

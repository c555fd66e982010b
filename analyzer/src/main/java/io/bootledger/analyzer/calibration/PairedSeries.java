package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.statistics.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Two recorded series, one for each side: of two builds between which a change is known, or of one kernel booted twice over. Each
 * side is dealt from its own.
 */
public final class PairedSeries implements Comparisons {
    private final List<BootMeasures> baseline;
    private final List<BootMeasures> candidate;
    private final long seed;

    /** @param baseline complete boots, as many as will be asked for */
    public PairedSeries(List<BootMeasures> baseline, List<BootMeasures> candidate, long seed) {
        this.baseline = List.copyOf(baseline);
        this.candidate = List.copyOf(candidate);
        this.seed = seed;
    }

    /** Whether so many on each side can be dealt without dealing one twice. */
    public boolean suffices(Design design) {
        return design.earlier() <= baseline.size() && design.later() <= candidate.size();
    }

    @Override
    public Pair draw(Design design, int run) {
        SplittableRandom random = new SplittableRandom(seed * Integer.MAX_VALUE + run);
        return new Pair(dealt(baseline, design.earlier(), random), dealt(candidate, design.later(), random));
    }

    private static List<BootMeasures> dealt(List<BootMeasures> boots, int count, SplittableRandom random) {
        List<BootMeasures> deck = new ArrayList<>(boots);
        return IntStream.range(0, count)
                .mapToObj(boot -> deck.remove(random.nextInt(deck.size())))
                .toList();
    }
}

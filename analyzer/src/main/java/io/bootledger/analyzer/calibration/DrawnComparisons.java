package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.statistics.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Recorded boots of one kernel, dealt to two sides. No boot is dealt twice while there are enough for both sides; when there are not,
 * each side is drawn anew from all of them, as if they were many (the bootstrap).
 */
public final class DrawnComparisons implements Comparisons {
    private final List<BootMeasures> boots;
    private final Dealing dealing;
    private final long seed;

    /** @param boots complete ones in the order they were made, at least one */
    public DrawnComparisons(List<BootMeasures> boots, Dealing dealing, long seed) {
        if (boots.isEmpty()) {
            throw new IllegalArgumentException("no boots to draw from");
        }
        this.boots = List.copyOf(boots);
        this.dealing = dealing;
        this.seed = seed;
    }

    /** Whether so many on each side can be dealt without dealing one twice. */
    public boolean suffices(Design design) {
        return design.size() <= boots.size();
    }

    @Override
    public Pair draw(Design design, int run) {
        SplittableRandom random = new SplittableRandom(seed * Integer.MAX_VALUE + run);
        int[] dealt = suffices(design)
                ? dealing.deal(boots.size(), design, random)
                : IntStream.range(0, design.size())
                        .map(boot -> random.nextInt(boots.size()))
                        .toArray();
        List<BootMeasures> drawn = new ArrayList<>();
        Arrays.stream(dealt).mapToObj(boots::get).forEach(drawn::add);
        return new Pair(drawn.subList(0, design.earlier()), drawn.subList(design.earlier(), design.size()));
    }
}

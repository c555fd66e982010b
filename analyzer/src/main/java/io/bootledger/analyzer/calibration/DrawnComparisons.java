package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.compare.BootMeasures;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Recorded boots of one kernel, dealt at random to two sides. No boot is dealt twice while there are enough for both sides; when there
 * are not, each side is drawn anew from all of them, as if they were many (the bootstrap).
 */
public final class DrawnComparisons implements Comparisons {
    private final List<BootMeasures> boots;
    private final long seed;

    /** @param boots complete ones, at least one */
    public DrawnComparisons(List<BootMeasures> boots, long seed) {
        if (boots.isEmpty()) {
            throw new IllegalArgumentException("no boots to draw from");
        }
        this.boots = List.copyOf(boots);
        this.seed = seed;
    }

    /** Whether so many on each side can be dealt without dealing one twice. */
    public boolean suffices(int perSide) {
        return 2 * perSide <= boots.size();
    }

    @Override
    public Pair draw(int perSide, int run) {
        SplittableRandom random = new SplittableRandom(seed * Integer.MAX_VALUE + run);
        List<BootMeasures> drawn = suffices(perSide) ? dealt(2 * perSide, random) : drawn(2 * perSide, random);
        return new Pair(drawn.subList(0, perSide), drawn.subList(perSide, 2 * perSide));
    }

    private List<BootMeasures> dealt(int count, SplittableRandom random) {
        List<BootMeasures> deck = new ArrayList<>(boots);
        List<BootMeasures> dealt = new ArrayList<>();
        while (dealt.size() < count) {
            dealt.add(deck.remove(random.nextInt(deck.size())));
        }
        return dealt;
    }

    private List<BootMeasures> drawn(int count, SplittableRandom random) {
        List<BootMeasures> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            drawn.add(boots.get(random.nextInt(boots.size())));
        }
        return drawn;
    }
}

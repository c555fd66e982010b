package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.statistics.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How boots of one kernel, in the order they were made, are dealt to two sides. */
public enum Dealing {
    /** Any boot to any side. */
    RANDOM {
        @Override
        int[] deal(int boots, Design design, SplittableRandom random) {
            return chosen(boots, design.size(), random);
        }
    },
    /** Boots that follow each other to different sides, as where two kernels are booted in turn. */
    ALTERNATING {
        @Override
        int[] deal(int boots, Design design, SplittableRandom random) {
            int[] chosen = chosen(boots, design.size(), random);
            Arrays.sort(chosen);
            int[] dealt = new int[chosen.length];
            int pairs = Math.min(design.earlier(), design.later());
            for (int pair = 0; pair < pairs; pair++) {
                int first = random.nextInt(2);
                dealt[pair] = chosen[2 * pair + first];
                dealt[design.earlier() + pair] = chosen[2 * pair + 1 - first];
            }
            boolean earlierIsLarger = design.earlier() > design.later();
            for (int rest = 2 * pairs; rest < chosen.length; rest++) {
                dealt[earlierIsLarger ? rest - pairs : rest] = chosen[rest];
            }
            return dealt;
        }
    },
    /** A row of boots to the one side and the next row to the other, as where one kernel is booted after the other. */
    BLOCKS {
        @Override
        int[] deal(int boots, Design design, SplittableRandom random) {
            int start = random.nextInt(boots - design.size() + 1);
            int[] row = IntStream.range(start, start + design.size()).toArray();
            if (random.nextInt(2) == 0) {
                return row;
            }
            return IntStream.concat(
                            Arrays.stream(row, design.later(), row.length), Arrays.stream(row, 0, design.later()))
                    .toArray();
        }
    };

    /** Which boots, the baseline's first; there are enough of them. */
    abstract int[] deal(int boots, Design design, SplittableRandom random);

    /** Whether both sides then had the same machine, whatever it did meanwhile. */
    public boolean inTurn() {
        return this != BLOCKS;
    }

    private static int[] chosen(int boots, int count, SplittableRandom random) {
        List<Integer> deck = new ArrayList<>(IntStream.range(0, boots).boxed().toList());
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = deck.remove(/* index */ random.nextInt(deck.size()));
        }
        return chosen;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

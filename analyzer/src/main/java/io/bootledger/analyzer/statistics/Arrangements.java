package io.bootledger.analyzer.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The ways to call some of the values the later ones: the real way first, then every other way, or, where these are more than
 * {@value #MOST_LISTED}, {@value #DRAWN} drawn at random from a fixed seed. The same sizes give the same arrangements.
 */
public final class Arrangements {
    public static final int MOST_LISTED = 1_000;
    public static final int DRAWN = 9_999;
    public static final long SEED = 42;

    /** Of more values the arrangements take memory that is not worth keeping. */
    private static final int MOST_KEPT = 100;

    private static final Map<Design, Arrangements> KNOWN = new ConcurrentHashMap<>();

    private final Design design;
    /** The places of the later values, one arrangement after the other: it is gone through for each metric. */
    private final int[] later;

    private Arrangements(Design design, List<int[]> later) {
        this.design = design;
        this.later = later.stream().flatMapToInt(Arrays::stream).toArray();
    }

    /** Those of a design; made once, as many comparisons share them. */
    public static Arrangements of(Design design) {
        return design.size() <= MOST_KEPT ? KNOWN.computeIfAbsent(design, Arrangements::made) : made(design);
    }

    private static Arrangements made(Design design) {
        int[] real = IntStream.range(design.earlier(), design.size()).toArray();
        List<int[]> rows = new ArrayList<>();
        rows.add(real);
        if (design.deals() <= MOST_LISTED) {
            list(design, real, rows);
        } else {
            draw(design, rows);
        }
        return new Arrangements(design, rows);
    }

    /** Every choice in the order of its places, but for the real one. */
    private static void list(Design design, int[] real, List<int[]> rows) {
        int chosen = design.later();
        int[] choice = IntStream.range(0, chosen).toArray();
        int turn;
        do {
            if (!Arrays.equals(choice, real)) {
                rows.add(choice.clone());
            }
            turn = chosen - 1;
            while (turn >= 0 && choice[turn] == design.earlier() + turn) {
                turn--;
            }
            if (turn >= 0) {
                choice[turn]++;
                for (int next = turn + 1; next < chosen; next++) {
                    choice[next] = choice[next - 1] + 1;
                }
            }
        } while (turn >= 0);
    }

    /** Each a partial Fisher-Yates shuffle of what the one before left. */
    private static void draw(Design design, List<int[]> rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] deck = IntStream.range(0, design.size()).toArray();
        for (int row = 0; row < DRAWN; row++) {
            for (int place = 0; place < design.later(); place++) {
                int other = place + random.nextInt(design.size() - place);
                int card = deck[place];
                deck[place] = deck[other];
                deck[other] = card;
            }
            rows.add(Arrays.copyOf(deck, design.later()));
        }
    }

    public Design design() {
        return design;
    }

    /** How many, the real one among them. */
    public int count() {
        return later.length / design.later();
    }

    /** The sum of those values that an arrangement calls the later ones; of the real arrangement when {@code row} is 0. */
    double laterSum(double[] values, int row) {
        double sum = 0;
        int end = (row + 1) * design.later();
        for (int i = row * design.later(); i < end; i++) {
            sum += values[later[i]];
        }
        return sum;
    }
}

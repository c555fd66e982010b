package io.bootledger.analyzer.statistics;

import java.util.stream.IntStream;

/** Holm's step-down correction: keeps the chance of any false alarm among many tests below the chosen level. */
public final class Holm {
    private Holm() {}

    /** The adjusted p-values, in the order of the given ones: reject where they are at most the level. */
    public static double[] adjust(double[] p) {
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted((i, j) -> Double.compare(p[i], p[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double least = 0;
        for (int place = 0; place < p.length; place++) {
            int i = ascending[place];
            least = Math.max(least, Math.min(1, p[i] * (p.length - place)));
            adjusted[i] = least;
        }
        return adjusted;
    }
}

package io.bootledger.simulator.scenario;

import java.util.List;

/**
 * Random numbers that are the same for the same seed, on every machine and in every Java: SplitMix64 (Steele, Lea, Flood: Fast
 * Splittable Pseudorandom Number Generators, 2014).
 */
public final class SeededRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long MILLION = 1_000_000;

    private long state;

    public SeededRandom(long seed) {
        this.state = seed;
    }

    /** A source of its own for each name under one seed. */
    public static SeededRandom of(long seed, String name) {
        long hash = seed;
        for (int index = 0; index < name.length(); index++) {
            hash = (hash ^ name.charAt(index)) * 0x100000001B3L;
        }
        return new SeededRandom(mix(hash));
    }

    public long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long bits) {
        long once = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ once >>> 27) * 0x94D049BB133111EBL;
        return twice ^ twice >>> 31;
    }

    /** From 0 to below the bound. */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    public long between(long from, long to) {
        return from + Long.remainderUnsigned(next(), to - from + 1);
    }

    public boolean chance(int perMille) {
        return below(1_000) < perMille;
    }

    public <T> T pick(List<T> some) {
        return some.get(below(some.size()));
    }

    /**
     * A log-normal factor around 1, in millionths.
     *
     * @param percent about how far it strays
     */
    long factorMillionths(int percent) {
        return factor(percent / 100.0);
    }

    /** The same for a share: 0.003 strays by 0.3 %. */
    long factor(double share) {
        double spread = StrictMath.log1p(share) * gaussian();
        return (long) StrictMath.rint(StrictMath.exp(spread) * MILLION);
    }

    /** Exponential, with that mean. */
    long exponential(long mean) {
        return (long) StrictMath.rint(-mean * StrictMath.log(1 - unit()));
    }

    /** The polar method; a pair's second half is not kept, so that the numbers do not depend on who asks in between. */
    double gaussian() {
        while (true) {
            double x = unit() * 2 - 1;
            double y = unit() * 2 - 1;
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    private double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }
}

package io.bootledger.simulator.scenario;

import io.bootledger.simulator.kernel.Durations;
import io.bootledger.simulator.kernel.InitFunction.Varies;
import io.bootledger.simulator.kernel.Nanos;
import org.jspecify.annotations.Nullable;

/**
 * How much boots of one machine differ.
 *
 * @param perCallPercent how far each time strays on its own, about; its tail above is longer than the one below
 * @param perBootPercent how far all times of a boot stray together
 * @param outliersPerMille how often a time is several times as long, for no reason
 */
public record Noise(int perCallPercent, int perBootPercent, int outliersPerMille) {
    /** Every boot like the other. */
    public static final Noise NONE = new Noise(0, 0, 0);

    private static final long MILLION = 1_000_000;
    private static final int BIMODAL_PER_MILLE = 150;
    private static final int BIMODAL_FACTOR = 6;

    public Noise {
        if (perCallPercent < 0 || perBootPercent < 0 || outliersPerMille < 0 || outliersPerMille > 1_000) {
            throw new IllegalArgumentException("noise is not 0 or more: " + perCallPercent + " % per call, "
                    + perBootPercent + " % per boot, " + outliersPerMille + " outliers per mille");
        }
    }

    /** The times of one boot. A name's time depends on the seed and the name alone, not on what else the machine does. */
    public Durations of(long seed) {
        long boot =
                perBootPercent == 0 ? MILLION : SeededRandom.of(seed, "boot").factorMillionths(perBootPercent);
        return (what, nominal, varies) -> sample(seed, boot, what, nominal, varies);
    }

    private long sample(long seed, long boot, String what, Nanos nominal, @Nullable Varies varies) {
        if (nominal.value() == 0 || varies == Varies.NEVER || equals(NONE) && varies == null) {
            return nominal.value();
        }
        SeededRandom random = SeededRandom.of(seed, what);
        long nanos = times(nominal.value(), boot);
        if (perCallPercent > 0) {
            nanos = times(nanos, random.factorMillionths(perCallPercent));
        }
        if (varies == Varies.BIMODAL && random.chance(BIMODAL_PER_MILLE)) {
            nanos *= BIMODAL_FACTOR;
        }
        return random.chance(outliersPerMille) ? nanos * random.between(3, 20) : nanos;
    }

    /** Without overflow up to a boot of a hundred days. */
    private static long times(long nanos, long millionths) {
        return nanos / MILLION * millionths + nanos % MILLION * millionths / MILLION;
    }
}

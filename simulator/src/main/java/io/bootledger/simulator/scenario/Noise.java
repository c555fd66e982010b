package io.bootledger.simulator.scenario;

import io.bootledger.simulator.kernel.Durations;
import io.bootledger.simulator.machine.InitFunction.Varies;
import io.bootledger.simulator.machine.Nanos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much boots of one machine differ. A share or a chance of 0 means: not at all.
 *
 * @param perCallPercent how far each time strays on its own, about; its tail above is longer than the one below
 * @param perBootPercent how far all times of a boot stray together
 * @param outliersPerMille how often a time is much longer, for no reason
 * @param sizes how far short times stray, where that is not as far as the others; the shortest first
 * @param outlierPercent by how much an outlier is longer, on average (exponential); 0: several times as long
 * @param bimodalPerMille how often a bimodal function is slow; 0: 150
 * @param bimodalPercent by how much it then is slower; 0: 500
 * @param preemptedPerMille how often something else runs in between
 * @param preempted for how long, on average (exponential); null: 300 microseconds
 * @param sessionPercent how far all boots of a session (one run of the simulator) stray together
 * @param slowBootsPerMille how often a boot as a whole is slower, by 10 to 50 %
 * @param slowerPercent by how much every boot is slower than the machine's description says
 */
public record Noise(
        int perCallPercent,
        int perBootPercent,
        int outliersPerMille,
        List<Size> sizes,
        int outlierPercent,
        int bimodalPerMille,
        int bimodalPercent,
        int preemptedPerMille,
        @Nullable Nanos preempted,
        int sessionPercent,
        int slowBootsPerMille,
        int slowerPercent) {
    /** Every boot like the other. */
    public static final Noise NONE = new Noise(0, 0, 0);

    private static final long MILLION = 1_000_000;
    private static final long PERCENT = MILLION / 100;
    private static final int BIMODAL_PER_MILLE = 150;
    private static final int BIMODAL_PERCENT = 500;
    private static final Nanos PREEMPTED = Nanos.ofMicros(300);

    /** How far times below a limit stray. */
    public record Size(Nanos below, int percent) {
        public Size {
            if (below == null) {
                throw new IllegalArgumentException("below is missing: the time below which the percent holds");
            }
            Noise.percent("percent", percent);
        }
    }

    public Noise {
        sizes = sizes == null ? List.of() : List.copyOf(sizes);
        percent("per_call_percent", perCallPercent);
        percent("per_boot_percent", perBootPercent);
        percent("outlier_percent", outlierPercent);
        percent("bimodal_percent", bimodalPercent);
        percent("session_percent", sessionPercent);
        percent("slower_percent", slowerPercent);
        perMille("outliers_per_mille", outliersPerMille);
        perMille("bimodal_per_mille", bimodalPerMille);
        perMille("preempted_per_mille", preemptedPerMille);
        perMille("slow_boots_per_mille", slowBootsPerMille);
    }

    private static void percent(String field, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " is negative: " + value);
        }
    }

    private static void perMille(String field, int value) {
        if (value < 0 || value > 1_000) {
            throw new IllegalArgumentException(field + " is not 0 to 1000: " + value);
        }
    }

    Noise(int perCallPercent, int perBootPercent, int outliersPerMille) {
        this(perCallPercent, perBootPercent, outliersPerMille, List.of(), 0, 0, 0, 0, null, 0, 0, 0);
    }

    /** The same noise on a machine that is slower by so much in every boot: another compiler, a debug option, a lower clock. */
    public Noise slower(int percent) {
        return new Noise(
                perCallPercent,
                perBootPercent,
                outliersPerMille,
                sizes,
                outlierPercent,
                bimodalPerMille,
                bimodalPercent,
                preemptedPerMille,
                preempted,
                sessionPercent,
                slowBootsPerMille,
                percent);
    }

    /**
     * The times of one boot. A name's time depends on the seed and the name alone, not on what else the machine does.
     *
     * @param session what the boots of one session share
     */
    public Durations of(long seed, long session) {
        long boot = bootMillionths(seed, session);
        return (what, nominal, varies) -> sample(seed, boot, what, nominal, varies);
    }

    /** How slow the boot is as a whole. */
    private long bootMillionths(long seed, long session) {
        SeededRandom random = SeededRandom.of(seed, "boot");
        long boot = perBootPercent == 0 ? MILLION : random.factorMillionths(perBootPercent);
        if (sessionPercent > 0) {
            boot = times(boot, SeededRandom.of(session, "session").factorMillionths(sessionPercent));
        }
        boot = times(boot, MILLION + slowerPercent * PERCENT);
        return slowBootsPerMille > 0 && random.chance(slowBootsPerMille)
                ? times(boot, MILLION + random.between(10, 50) * PERCENT)
                : boot;
    }

    private long sample(long seed, long boot, String what, Nanos nominal, @Nullable Varies varies) {
        if (nominal.value() == 0 || varies == Varies.NEVER || equals(NONE) && varies == null) {
            return nominal.value();
        }
        SeededRandom random = SeededRandom.of(seed, what);
        long nanos = times(nominal.value(), boot);
        if (varies == Varies.STEADY) {
            nanos = times(nanos, random.factor(0.003));
        } else if (percent(nominal) > 0) {
            nanos = times(nanos, random.factorMillionths(percent(nominal)));
        }
        if (varies == Varies.BIMODAL && random.chance(bimodalPerMille == 0 ? BIMODAL_PER_MILLE : bimodalPerMille)) {
            nanos = times(nanos, MILLION + (bimodalPercent == 0 ? BIMODAL_PERCENT : bimodalPercent) * PERCENT);
        }
        return varies == Varies.LOG_NORMAL ? nanos : disturbed(random, nanos);
    }

    private int percent(Nanos nominal) {
        for (Size size : sizes) {
            if (nominal.value() < size.below().value()) {
                return size.percent();
            }
        }
        return perCallPercent;
    }

    private long disturbed(SeededRandom random, long calm) {
        long nanos = calm;
        if (random.chance(outliersPerMille)) {
            nanos = outlierPercent == 0
                    ? nanos * random.between(3, 20)
                    : times(nanos, MILLION + random.exponential(outlierPercent * PERCENT));
        }
        return preemptedPerMille > 0 && random.chance(preemptedPerMille)
                ? nanos + random.exponential((preempted == null ? PREEMPTED : preempted).value())
                : nanos;
    }

    /** Without overflow up to a boot of a hundred days. */
    private static long times(long nanos, long millionths) {
        return nanos / MILLION * millionths + nanos % MILLION * millionths / MILLION;
    }
}

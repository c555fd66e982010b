package io.bootledger.simulator.scenario;

import io.bootledger.simulator.kernel.BootTruth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do to the boot time: the original and the changed machine, booted with the same seed, so that the noise is the
 * same.
 *
 * @param beforeUs when init starts on the original machine; null when it never does
 * @param afterUs when it starts on the changed one
 */
public record Prediction(@Nullable Long beforeUs, @Nullable Long afterUs) {
    /** Boots both. */
    public static Prediction of(Scenario before, Scenario after, long seed) {
        return new Prediction(boot(before, seed), boot(after, seed));
    }

    private static @Nullable Long boot(Scenario scenario, long seed) {
        BootTruth truth = new ScenarioLog(scenario).run(seed, record -> {}, event -> {});
        BootTruth.Milestones milestones = truth.milestones();
        if (milestones.panic() != null && milestones.initStartedUs() == null) {
            return null;
        }
        return milestones.initStartedUs() == null ? milestones.initMemoryFreedUs() : milestones.initStartedUs();
    }

    /** For people: {@code init starts at 1.234567 s instead of 1.534567 s: 300.000 ms (19.5 %) earlier}. */
    public String sentence() {
        if (beforeUs == null) {
            return afterUs == null
                    ? "init never starts, before or after the change"
                    : "init starts at " + seconds(afterUs) + "; before it never did";
        }
        if (afterUs == null) {
            return "init never starts any more";
        }
        long change = afterUs - beforeUs;
        long tenths = (Math.abs(change) * 1_000 + beforeUs / 2) / Math.max(1, beforeUs);
        String size = change == 0
                ? "no difference"
                : String.format(
                        Locale.ROOT,
                        "%d.%03d ms (%d.%d %%) %s",
                        Math.abs(change) / 1_000,
                        Math.abs(change) % 1_000,
                        tenths / 10,
                        tenths % 10,
                        change < 0 ? "earlier" : "later");
        return "init starts at " + seconds(afterUs) + " instead of " + seconds(beforeUs) + ": " + size;
    }

    private static String seconds(long micros) {
        return String.format(Locale.ROOT, "%d.%06d s", micros / 1_000_000, micros % 1_000_000);
    }
}

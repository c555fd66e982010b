package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.gate.Injection;
import io.bootledger.analyzer.statistics.Design;
import java.util.List;

/** Pairs of boot sets for the gate, any number of them, from a simulator or drawn from recorded boots. */
@FunctionalInterface
public interface Comparisons {
    /**
     * One pair. The same numbers give the same pair, and different runs are independent; may be called from several threads.
     *
     * @param boots how many on each side
     * @param run which pair, from 0
     */
    Pair draw(Design boots, int run);

    /** Boots of the baseline and of the candidate. */
    record Pair(List<BootMeasures> baseline, List<BootMeasures> candidate) {}

    /** The same pairs with a known change in the candidates. */
    default Comparisons with(Injection injection) {
        return (boots, run) -> {
            Pair pair = draw(boots, run);
            return new Pair(pair.baseline(), injection.into(pair.candidate()));
        };
    }
}

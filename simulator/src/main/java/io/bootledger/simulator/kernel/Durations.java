package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.Nanos;
import org.jspecify.annotations.Nullable;

/** How long things take in this boot. */
@FunctionalInterface
public interface Durations {
    /** Every boot like the other: each thing takes the time that is written down for it. */
    Durations EXACT = (what, nominal, varies) -> nominal.value();

    /**
     * The time of one piece of work.
     *
     * @param what its name; the same name gives the same time in the same boot
     * @param nominal what it usually takes
     * @param varies how it varies; null for the machine's usual way
     * @return nanoseconds, never negative
     */
    long nanos(String what, Nanos nominal, InitFunction.@Nullable Varies varies);
}

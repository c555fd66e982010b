package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Nanos;
import java.util.List;
import java.util.Locale;

/**
 * How the boots of a {@link ReferenceMachine} differ from each other, from a quiet board to a busy host. On all of them a call strays
 * by 20 % below 100 microseconds, by 10 % below a millisecond, and above by what is given here; 5 % of all times are outliers, half as
 * long again on average; 5 % of the functions take half as long again in 30 % of the boots; one time in 200 is preempted for 300
 * microseconds. An informed guess, not a measurement: {@code bootledger gate calibrate} measures a host.
 */
public enum HostNoise {
    /** A board of its own: the clock is steady. */
    QUIET(3, 0, 0, 0),
    /** A machine that does little else. */
    TYPICAL(3, 2, 0, 0),
    /** A shared host: some boots are slower by 10 to 50 %. */
    NOISY(3, 5, 0, 50),
    /** Drivers that wait for things that take now this long, now that long. */
    DRIVERS(9, 2, 0, 0),
    /** Baseline and candidate were booted one after the other, not in turn. */
    SESSION(3, 2, 2, 0),
    /** A machine without any clock but its timer of 250 Hz. */
    TICKS(3, 2, 0, 0);

    private final int callPercent;
    private final int bootPercent;
    private final int sessionPercent;
    private final int slowBootsPerMille;

    HostNoise(int callPercent, int bootPercent, int sessionPercent, int slowBootsPerMille) {
        this.callPercent = callPercent;
        this.bootPercent = bootPercent;
        this.sessionPercent = sessionPercent;
        this.slowBootsPerMille = slowBootsPerMille;
    }

    Noise noise() {
        List<Noise.Size> sizes =
                List.of(new Noise.Size(Nanos.ofMicros(100), 20), new Noise.Size(Nanos.ofMillis(1), 10));
        return new Noise(
                callPercent,
                bootPercent,
                50,
                sizes,
                50,
                300,
                50,
                5,
                Nanos.ofMicros(300),
                sessionPercent,
                slowBootsPerMille,
                0);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

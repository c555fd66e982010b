package io.bootledger.analyzer.knowledge;

import io.bootledger.traces.event.KernelVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kernel among those that something is known of.
 *
 * @param version its own, or that of the newest known where nobody says
 * @param nearest place of the known kernel nearest to it; of two alike, the older
 */
record KernelAt(KernelVersion version, int nearest) {
    /** More minor versions than any series has. */
    private static final int SERIES = 100;

    static KernelAt of(@Nullable KernelVersion version, List<KernelVersion> known) {
        KernelVersion own = version == null ? known.get(known.size() - 1) : version;
        int nearest = 0;
        for (int at = 1; at < known.size(); at++) {
            if (distance(own, known.get(at)) < distance(own, known.get(nearest))) {
                nearest = at;
            }
        }
        return new KernelAt(own, nearest);
    }

    private static int distance(KernelVersion one, KernelVersion other) {
        return Math.abs(SERIES * (one.major() - other.major()) + one.minor() - other.minor());
    }
}

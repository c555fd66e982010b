package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.compare.BootMeasures;
import io.bootledger.analyzer.compare.InitcallKey;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A candidate made slower than it was recorded.
 *
 * @param initcall what is slowed; null for the whole boot
 * @param percent by how much
 */
public record Slowdown(@Nullable InitcallKey initcall, int percent) {
    /** The comparisons with that change in every candidate boot. */
    public Comparisons in(Comparisons unchanged) {
        return (boots, run) -> {
            Comparisons.Pair pair = unchanged.draw(boots, run);
            List<BootMeasures> slower = new ArrayList<>();
            pair.candidate().forEach(boot -> slower.add(slowed(boot)));
            return new Comparisons.Pair(pair.baseline(), slower);
        };
    }

    private BootMeasures slowed(BootMeasures boot) {
        if (initcall == null) {
            return boot.with(
                    boot.totalUs() == null ? null : Long.valueOf(slower(boot.totalUs())),
                    slower(boot.phases()),
                    slower(boot.levels()),
                    slower(boot.initcalls()));
        }
        Long us = boot.initcalls().get(initcall);
        if (us == null) {
            return boot;
        }
        SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
        initcalls.put(initcall, slower(us));
        return boot.with(initcalls, slower(us) - us);
    }

    private <K> SortedMap<K, Long> slower(SortedMap<K, Long> durations) {
        SortedMap<K, Long> slower = new TreeMap<>();
        durations.forEach((key, us) -> slower.put(key, slower(us)));
        return slower;
    }

    private long slower(long us) {
        return Math.round(us * (1 + percent / 100.0));
    }

    /** {@code usb_init +20 %}. */
    @Override
    public String toString() {
        return (initcall == null ? "everything" : initcall) + " +" + percent + " %";
    }
}

package io.bootledger.analyzer.axis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit of systemd.
 *
 * @param name as {@code ssh.service}
 * @param startUs boot time at which it began to start ({@code plot}); null where the file does not tell
 * @param activeUs since user space runs, when it was active ({@code critical-chain}); null where the file does not tell
 * @param tookUs to start; null where the file does not tell, or it took no time
 * @param after units that it starts behind ({@code critical-chain}, {@code dump}); empty where the file does not tell
 * @param requires units that it does not run without ({@code dump}); empty where the file does not tell
 */
public record UnitTime(
        String name,
        @Nullable Long startUs,
        @Nullable Long activeUs,
        @Nullable Long tookUs,
        List<String> after,
        List<String> requires) {
    /** A unit has a few dozen. */
    private static final int MOST = 1_000;

    public UnitTime {
        after = List.copyOf(after);
        requires = List.copyOf(requires);
    }

    UnitTime(String name, @Nullable Long startUs, @Nullable Long activeUs, @Nullable Long tookUs) {
        this(name, startUs, activeUs, tookUs, List.of(), List.of());
    }

    UnitTime with(UnitTime other) {
        return new UnitTime(
                name,
                startUs == null ? other.startUs : startUs,
                activeUs == null ? other.activeUs : activeUs,
                tookUs == null ? other.tookUs : tookUs,
                joined(after, other.after),
                joined(requires, other.requires));
    }

    /** Whether more is known of it than its name. */
    boolean tellsMore() {
        return startUs != null || activeUs != null || tookUs != null || !after.isEmpty() || !requires.isEmpty();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        if (more.isEmpty() || some.size() >= MOST) {
            return some;
        }
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** When it was active, on a clock that units of one file share; null where the file does not tell. */
    @Nullable
    Long activeAtUs() {
        return startUs == null || tookUs == null ? activeUs : Long.valueOf(startUs + tookUs);
    }
}

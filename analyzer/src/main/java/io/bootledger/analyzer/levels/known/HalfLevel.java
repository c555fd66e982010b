package io.bootledger.analyzer.levels.known;

import io.bootledger.traces.event.InitcallLevel;
import org.jspecify.annotations.Nullable;

/**
 * A level's first half or its second ({@code arch_initcall} before {@code arch_initcall_sync}): the finest order in which the kernel
 * runs what is built in.
 */
public record HalfLevel(InitcallLevel level, boolean sync) {
    /** How many there are, from the console's to late_sync; modules have none. */
    public static final int COUNT = 2 * InitcallLevel.MODULE.ordinal();

    /** Position in the order in which they run, from 0. */
    public int index() {
        return 2 * level.ordinal() + (sync ? 1 : 0);
    }

    public static HalfLevel of(int index) {
        return new HalfLevel(InitcallLevel.values()[index / 2], index % 2 == 1);
    }

    public static int first(InitcallLevel level) {
        return 2 * level.ordinal();
    }

    public static int last(InitcallLevel level) {
        return 2 * level.ordinal() + 1;
    }

    /** The section id: {@code early}, {@code 3}, {@code 3s}, {@code rootfs}. */
    String id() {
        return sync ? level.id() + "s" : level.id();
    }

    /** The half-level of that id; null when there is none. */
    public static @Nullable HalfLevel ofId(String id) {
        InitcallLevel level = InitcallLevel.ofId(id);
        return level == null || level == InitcallLevel.MODULE
                ? null
                : new HalfLevel(level, id.length() > level.id().length());
    }
}

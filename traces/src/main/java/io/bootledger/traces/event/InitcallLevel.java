package io.bootledger.traces.event;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The level at which an init function is registered, in the order in which the kernel runs them
 * ({@code include/linux/init.h}; {@code init/main.c}, {@code initcall_levels}). {@link #MODULE} is the init function of a
 * loadable module, which runs at no level.
 */
public enum InitcallLevel {
    CONSOLE("con"),
    EARLY("early"),
    PURE("0"),
    CORE("1"),
    POSTCORE("2"),
    ARCH("3"),
    SUBSYS("4"),
    FS("5"),
    ROOTFS("rootfs"),
    DEVICE("6"),
    LATE("7"),
    MODULE("module");

    private final String id;
    private final String word;

    InitcallLevel(String id) {
        this.id = id;
        this.word = name().toLowerCase(Locale.ROOT);
    }

    /** The id in section and symbol names: {@code con}, {@code early}, {@code 0} to {@code 7}, {@code rootfs}. */
    public String id() {
        return id;
    }

    /** The name in log lines and reports: {@code subsys}. */
    @Override
    public String toString() {
        return word;
    }

    /** The level of that name, or null. */
    public static @Nullable InitcallLevel ofName(String name) {
        for (InitcallLevel level : values()) {
            if (level.word.equals(name)) {
                return level;
            }
        }
        return null;
    }

    /** The level of that section id, with or without the {@code s} of a sync level, or null. */
    public static @Nullable InitcallLevel ofId(String id) {
        String bare = id.length() > 1 && id.endsWith("s") && id.charAt(0) <= '7' || id.equals("rootfss")
                ? id.substring(0, id.length() - 1)
                : id;
        for (InitcallLevel level : values()) {
            if (level.id.equals(bare)) {
                return level;
            }
        }
        return null;
    }
}

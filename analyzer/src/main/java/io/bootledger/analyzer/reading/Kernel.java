package io.bootledger.analyzer.reading;

import org.jspecify.annotations.Nullable;

/**
 * Which kernel booted on what.
 *
 * @param release what {@code uname -r} prints; null where the log has no banner
 * @param machine what the firmware or device tree calls the machine
 * @param commandLine the kernel command line, joined where it was wrapped
 * @param clocksource the clock that time was kept by in the end; null where the log does not say
 */
public record Kernel(
        @Nullable String release,
        @Nullable String machine,
        @Nullable String commandLine,
        @Nullable String clocksource) {
    /** A boot whose log names no clock. */
    public Kernel(@Nullable String release, @Nullable String machine, @Nullable String commandLine) {
        this(release, machine, commandLine, null);
    }
}

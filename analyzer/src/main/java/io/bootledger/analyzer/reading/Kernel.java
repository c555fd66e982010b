package io.bootledger.analyzer.reading;

import org.jspecify.annotations.Nullable;

/**
 * Which kernel booted on what.
 *
 * @param release what {@code uname -r} prints; null where the log has no banner
 * @param machine what the firmware or device tree calls the machine
 * @param commandLine the kernel command line, joined where it was wrapped
 */
public record Kernel(
        @Nullable String release,
        @Nullable String machine,
        @Nullable String commandLine) {}

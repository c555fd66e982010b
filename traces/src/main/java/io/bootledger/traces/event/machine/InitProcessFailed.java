package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;
import org.jspecify.annotations.Nullable;

/**
 * An init program could not be run: {@code Failed to execute /init (error -2)}.
 *
 * @param path null never; the program that was tried
 * @param error the negative errno, null where the kernel prints none
 */
public record InitProcessFailed(String path, @Nullable Integer error) implements BootEvent {}

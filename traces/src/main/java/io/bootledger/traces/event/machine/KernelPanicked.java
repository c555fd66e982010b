package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * The kernel gave up: {@code Kernel panic - not syncing: No working init found.}
 *
 * @param reason the words after {@code not syncing: }
 */
public record KernelPanicked(String reason) implements BootEvent {}

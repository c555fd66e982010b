package io.bootledger.traces.event;

/**
 * The kernel gave up: {@code Kernel panic - not syncing: No working init found.}
 *
 * @param reason the words after {@code not syncing: }
 */
public record KernelPanicked(String reason) implements BootEvent {}

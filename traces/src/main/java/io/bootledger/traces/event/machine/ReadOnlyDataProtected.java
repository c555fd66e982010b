package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * Code and constants are write-protected from here on: {@code Write protecting the kernel read-only data: 22528k}.
 */
public record ReadOnlyDataProtected(String text) implements BootEvent {}

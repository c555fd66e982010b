package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/** The time stamp counter of x86 is not to be believed: {@code tsc: Marking TSC unstable due to TSCs unsynchronized}. */
public record TscMarkedUnstable(String reason) implements BootEvent {}

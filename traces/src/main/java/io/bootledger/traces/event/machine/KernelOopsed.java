package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * The kernel faulted and went on: {@code BUG: kernel NULL pointer dereference, address: 0000000000000000},
 * {@code Oops: 0002 [#1] PREEMPT SMP}.
 */
public record KernelOopsed(String text) implements BootEvent {}

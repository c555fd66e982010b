package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * The secondary CPUs run: {@code smp: Brought up 1 node, 2 CPUs}. {@code nodes} is 0 where the kernel does not say
 * (up to 4.9: {@code Brought up 2 CPUs}).
 */
public record CpusBroughtUp(int nodes, int cpus) implements BootEvent {}

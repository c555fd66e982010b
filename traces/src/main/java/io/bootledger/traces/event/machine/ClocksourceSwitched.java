package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * Time is kept by another clock from here on: {@code clocksource: Switched to clocksource tsc-early}. Before the first
 * switch the durations that the kernel reports are whole ticks.
 */
public record ClocksourceSwitched(String clocksource) implements BootEvent {}

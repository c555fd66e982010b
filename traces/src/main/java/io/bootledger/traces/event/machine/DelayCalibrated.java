package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * The delay loop of a CPU is calibrated: {@code Calibrating delay loop (skipped), value calculated using timer frequency..}.
 * In {@code start_kernel} this follows {@code sched_clock_init}, from which on stamps need timer ticks.
 *
 * @param how the rest of the message: {@code loop (skipped), value calculated using timer frequency.. 4192.02 BogoMIPS}
 */
public record DelayCalibrated(String how) implements BootEvent {}

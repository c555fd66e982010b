package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * The clock that stamps messages (x86, MIPS, ia64, since 4.11) is believed from here on, or no longer:
 * {@code sched_clock: Marking stable (3654903355, -44491679)->(5650500622, -2040088946)},
 * {@code sched_clock: Marking unstable (...)<-(...)} ({@code kernel/sched/clock.c}). While it is not, a stamp is the
 * kernel's time at the last timer tick plus at most one tick of what the counter ran since.
 *
 * @param stable whether it is believed
 * @param tickNs the kernel's time at the last tick
 * @param tickOffsetNs what is added to it for a stamp
 * @param counterNs the counter at that tick
 * @param counterOffsetNs what is added to it for a stamp: below 0 by the time that went by between ticks that did not come
 */
public record SchedClockMarked(boolean stable, long tickNs, long tickOffsetNs, long counterNs, long counterOffsetNs)
        implements BootEvent {}

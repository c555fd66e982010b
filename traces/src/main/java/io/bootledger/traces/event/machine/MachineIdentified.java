package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * The machine names itself: {@code DMI: QEMU Standard PC (Q35 + ICH9, 2009), BIOS 1.16.2}, {@code Machine model: TI
 * AM335x BeagleBone Black}.
 */
public record MachineIdentified(String machine) implements BootEvent {}

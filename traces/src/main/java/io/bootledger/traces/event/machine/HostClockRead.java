package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;
import org.jspecify.annotations.Nullable;

/**
 * The host that captured the log stamped its lines, and the kernel its records: {@code [12.345678 0.000123] [    0.500000] ...}. By the
 * lines that have both, until init runs, the two clocks are compared. A line comes to the host when it was printed, or later. At
 * the boot's end; its origin is the line from which on the host's clock was not set back.
 *
 * @param lines that have both stamps; those that the kernel stamped before its clock ran, with 0, are not counted
 * @param leastUs the least by which the host's stamp is ahead of the kernel's
 * @param mostUs the most, of lines behind the last that tells of a console: those before were kept for it
 * @param precisionUs of the host's stamps: what their last digit stands for
 * @param lastBeforeUs the host's stamp of the last line before the kernel's first record; null where there is none
 */
public record HostClockRead(
        long lines,
        long leastUs,
        long mostUs,
        long precisionUs,
        @Nullable Long lastBeforeUs) implements BootEvent, BesideKernel {}

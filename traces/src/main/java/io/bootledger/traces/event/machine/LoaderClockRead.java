package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * Lines of one loader have stamps of its own clock, which starts when it likes: {@code [   0.114] DDR type LPDDR4X}. One for each
 * stretch of lines in which the same loader speaks and its clock does not go back, at the boot's end; its origin is the first of
 * those lines that has a stamp.
 *
 * @param firstUs the first stamp
 * @param lastUs the last one
 * @param lastLine the line that has it
 */
public record LoaderClockRead(long firstUs, long lastUs, long lastLine) implements BootEvent, BesideKernel {}

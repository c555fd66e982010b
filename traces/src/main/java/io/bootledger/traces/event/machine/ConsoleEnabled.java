package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * Messages appear on one more console: {@code printk: console [ttyS0] enabled}, {@code bootconsole [earlycon0] enabled}.
 */
public record ConsoleEnabled(String console, boolean bootConsole) implements BootEvent {}

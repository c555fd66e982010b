package io.bootledger.traces.event;

/**
 * Messages appear on one more console: {@code printk: console [ttyS0] enabled}, {@code bootconsole [earlycon0] enabled}.
 */
public record ConsoleEnabled(String console, boolean bootConsole) implements BootEvent {}

package io.bootledger.traces.event;

/**
 * A console fell silent: {@code printk: bootconsole [earlycon0] disabled}.
 */
public record ConsoleDisabled(String console, boolean bootConsole) implements BootEvent {}

package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * A console fell silent: {@code printk: bootconsole [earlycon0] disabled}.
 */
public record ConsoleDisabled(String console, boolean bootConsole) implements BootEvent {}

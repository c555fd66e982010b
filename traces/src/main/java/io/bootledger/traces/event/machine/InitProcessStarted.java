package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * The kernel hands over to user space: {@code Run /sbin/init as init process} ({@code init/main.c},
 * {@code run_init_process}; 4.18 and later).
 */
public record InitProcessStarted(String path) implements BootEvent {}

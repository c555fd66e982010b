package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;

/**
 * The command line forbids an initcall: {@code blacklisting initcall loop_init} ({@code init/main.c},
 * {@code initcall_blacklist}).
 */
public record BlacklistEntryAdded(String function) implements BootEvent {}

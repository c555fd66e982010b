package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallLevel;

/**
 * The kernel starts the initcalls of a level: {@code entering initcall level: subsys} (6.16 and later; also the trace event
 * {@code initcall_level: level=subsys}). rootfs initcalls run inside {@code fs} and have no line of their own.
 */
public record LevelEntered(InitcallLevel level) implements BootEvent {}

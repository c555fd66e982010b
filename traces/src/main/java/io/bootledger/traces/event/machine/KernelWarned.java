package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;

/**
 * A warning with a stack trace begins: {@code WARNING: CPU: 0 PID: 1 at init/main.c:1310 do_one_initcall+0x20c/0x2c0}.
 */
public record KernelWarned(String text) implements BootEvent {}

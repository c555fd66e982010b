package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import org.jspecify.annotations.Nullable;

/**
 * An init function is called: {@code calling  tracer_init_tracefs+0x0/0x1b3 @ 1} ({@code init/main.c},
 * {@code trace_initcall_start_cb}).
 *
 * @param pid the calling task; null up to 2.6.27, which does not print it
 */
public record InitcallStarted(
        InitcallSymbol symbol, @Nullable Integer pid) implements BootEvent {}

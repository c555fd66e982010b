package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.ReportedDuration;
import org.jspecify.annotations.Nullable;

/**
 * An async function ended: {@code initcall 1_do_populate_rootfs+0x0/0xd0 returned after 2893 usecs}; up to 5.17
 * {@code returned 0 after} ({@code kernel/async.c}, {@code async_run_entry_fn}).
 */
public record AsyncCallFinished(
        long cookie, InitcallSymbol symbol, @Nullable ReportedDuration reported) implements BootEvent {}

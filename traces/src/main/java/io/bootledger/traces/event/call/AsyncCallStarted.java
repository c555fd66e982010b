package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;

/**
 * An async function began: {@code calling  1_do_populate_rootfs+0x0/0xd0 @ 9}. Not an initcall; the number before the
 * name is the async cookie ({@code kernel/async.c}, {@code async_run_entry_fn}).
 */
public record AsyncCallStarted(long cookie, InitcallSymbol symbol, int pid) implements BootEvent {}

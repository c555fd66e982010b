package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;

/**
 * The kernel repaired what an initcall left behind: {@code initcall foo_init+0x0/0x10 returned with preemption
 * imbalance}. Up to 3.9 also {@code error code -22}.
 *
 * @param complaint the words after {@code returned with}, without trailing blanks
 */
public record InitcallMisbehaved(InitcallSymbol symbol, String complaint) implements BootEvent {}

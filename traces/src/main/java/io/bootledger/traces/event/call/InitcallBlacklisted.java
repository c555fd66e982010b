package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;

/**
 * An initcall was skipped because {@code initcall_blacklist=} names it: {@code initcall loop_init blacklisted}. Neither
 * a start nor an end is printed for it.
 */
public record InitcallBlacklisted(String function) implements BootEvent {}

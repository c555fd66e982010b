package io.bootledger.analyzer.timeline;

import org.jspecify.annotations.Nullable;

/** An initcall that the kernel skipped because {@code initcall_blacklist=} names it. */
public record Blacklisted(String function, @Nullable Long timeUs, long line) {}

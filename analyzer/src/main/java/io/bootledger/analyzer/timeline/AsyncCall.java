package io.bootledger.analyzer.timeline;

import org.jspecify.annotations.Nullable;

/** A function that ran on an async worker beside the initcalls. */
public record AsyncCall(
        long cookie,
        String function,
        @Nullable Integer pid,
        @Nullable Long startUs,
        @Nullable Long endUs,
        @Nullable Long durationUs,
        long line) {}

package io.bootledger.analyzer.whatif;

import org.jspecify.annotations.Nullable;

/**
 * What a change can gain before init runs. Gains do not add up: several changes together never gain more than the part of the critical
 * path that they own together.
 *
 * @param target the init function or the device; empty for a change of the whole boot
 * @param gainLowUs the least that it gains; negative where it may cost
 * @param gainHighUs the most that it gains; never more than passes before init
 * @param doubtful whether that rests on stamps in doubt
 * @param nextBarrier where a wait moves to, and so what may eat the gain; null where the log shows none
 */
public record WhatIf(
        Action action,
        String target,
        long gainLowUs,
        long gainHighUs,
        boolean doubtful,
        @Nullable String nextBarrier) {
    public WhatIf {
        if (gainLowUs > gainHighUs) {
            throw new IllegalArgumentException("no bounds: " + gainLowUs + " to " + gainHighUs + " us");
        }
    }

    /** For people. */
    public String words() {
        return action.words(target);
    }
}

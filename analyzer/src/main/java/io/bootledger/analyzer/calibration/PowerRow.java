package io.bootledger.analyzer.calibration;

import org.jspecify.annotations.Nullable;

/**
 * What the gate did with one kind of comparison.
 *
 * @param noise how the boots differ, in a word
 * @param change what was done to the candidate; null for nothing
 * @param slowed the initcall that was slowed; null when none or everything was
 */
public record PowerRow(
        String noise, @Nullable String change, @Nullable String slowed, Rates rates) {}

package io.bootledger.analyzer.calibration;

import org.jspecify.annotations.Nullable;

/**
 * What the gate did with one kind of comparison.
 *
 * @param noise how the boots differ, in a word
 * @param change what was done to the candidate; null for nothing
 * @param changed the metric that this makes slower; null for nothing
 */
public record PowerRow(String noise, @Nullable String change, Rates.@Nullable Changed changed, Rates rates) {}

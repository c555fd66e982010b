package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.measure.InitcallKey;

/**
 * An initcall that runs at another place among those that both sides have: it is not in the longest sequence that kept its order.
 *
 * @param baseline its place in the baseline among the common ones, from 1
 * @param candidate its place in the candidate
 */
public record OrderMove(InitcallKey key, int baseline, int candidate) {}

/**
 * Whether a candidate really boots slower than its baseline, and what made it so: the rule, its verdicts and its culprits.
 */
@NullMarked
package io.bootledger.analyzer.gate;

import org.jspecify.annotations.NullMarked;

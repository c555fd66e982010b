/** The gate's rule: one test over all metrics of two sets of boots, which knows nothing of verdicts. */
@NullMarked
package io.bootledger.analyzer.rule;

import org.jspecify.annotations.NullMarked;

/** How fast the parts are, measured with JMH; docs/benchmarks.md says how to run it. */
@NullMarked
package io.bootledger.benchmarks;

import org.jspecify.annotations.NullMarked;

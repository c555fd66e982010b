/** Boots as traces: what ran when, in lanes, for trace viewers and flame graphs. */
@NullMarked
package io.bootledger.reports.trace;

import org.jspecify.annotations.NullMarked;

/** Boots as OpenMetrics text, for Prometheus and its kin. */
@NullMarked
package io.bootledger.reports.metrics;

import org.jspecify.annotations.NullMarked;

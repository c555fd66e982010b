/**
 * Millions of boots on Apache Spark: each log is read by the same reader and folded by the same folds as elsewhere, and what comes of
 * it is Parquet, in the columns that {@code query} has. Spark alone schedules, shuffles and tries again.
 */
@NullMarked
package io.bootledger.fleet;

import org.jspecify.annotations.NullMarked;

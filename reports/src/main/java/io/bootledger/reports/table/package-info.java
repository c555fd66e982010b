/** What is told of a boot in rows: one list of columns for CSV, Parquet, SQL, JSON and the page. */
@NullMarked
package io.bootledger.reports.table;

import org.jspecify.annotations.NullMarked;

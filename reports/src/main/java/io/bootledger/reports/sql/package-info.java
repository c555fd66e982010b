/** Boots as SQL tables, for an engine that is not part of the program but may lie beside it. */
@NullMarked
package io.bootledger.reports.sql;

import org.jspecify.annotations.NullMarked;

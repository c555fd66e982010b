/** SQL over boots through DuckDB. */
@NullMarked
package io.bootledger.query;

import org.jspecify.annotations.NullMarked;

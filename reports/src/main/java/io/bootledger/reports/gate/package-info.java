/** The gate's verdict for people and for CI. */
@NullMarked
package io.bootledger.reports.gate;

import org.jspecify.annotations.NullMarked;

/**
 * Where every microsecond of the boot thread went, from the first record to the hand-over to init, booked on named accounts that
 * add up to the total.
 */
@NullMarked
package io.bootledger.analyzer.ledger;

import org.jspecify.annotations.NullMarked;

/** What the time of a boot went to, from every side: ledger, observer, waits, critical path, what a change would gain. */
@NullMarked
package io.bootledger.analyzer.accounting;

import org.jspecify.annotations.NullMarked;

/** What happens in some boots and not in others: boots that die, failures that come and go, calls that are slow now and then. */
@NullMarked
package io.bootledger.analyzer.occurrence;

import org.jspecify.annotations.NullMarked;

/**
 * What commands are given: logs, event streams, boots of a store, symbol tables, knowledge, and the options that name
 * them.
 */
@NullMarked
package io.bootledger.cli.input;

import org.jspecify.annotations.NullMarked;

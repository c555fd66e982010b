/** Boots that are kept: the store that is meant, boots by name, and what is read back of them. */
@NullMarked
package io.bootledger.cli.store;

import org.jspecify.annotations.NullMarked;

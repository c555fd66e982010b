/** Simulated boots as a command makes them. */
@NullMarked
package io.bootledger.cli.simulate;

import org.jspecify.annotations.NullMarked;

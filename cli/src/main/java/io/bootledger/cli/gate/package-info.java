/** The gate's commands, its inputs and its budgets. */
@NullMarked
package io.bootledger.cli.gate;

import org.jspecify.annotations.NullMarked;

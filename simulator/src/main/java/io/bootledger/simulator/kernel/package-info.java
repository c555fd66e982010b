/**
 * A kernel that boots on a virtual clock: from the initcall macros over sections and link order to {@code do_one_initcall},
 * probes, async work, modules and the hand-over to init. Nothing here waits: a boot of twenty seconds takes milliseconds.
 */
@NullMarked
package io.bootledger.simulator.kernel;

import org.jspecify.annotations.NullMarked;

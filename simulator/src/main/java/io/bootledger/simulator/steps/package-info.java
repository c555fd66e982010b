/** The steps of the kernel's init machinery, by version. */
@NullMarked
package io.bootledger.simulator.steps;

import org.jspecify.annotations.NullMarked;

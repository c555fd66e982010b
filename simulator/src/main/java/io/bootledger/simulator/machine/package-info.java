/**
 * The machine and kernel image that a simulation boots: init functions, devices, symbols, and what its version
 * prints.
 */
@NullMarked
package io.bootledger.simulator.machine;

import org.jspecify.annotations.NullMarked;

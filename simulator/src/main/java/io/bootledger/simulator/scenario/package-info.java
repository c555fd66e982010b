/** Machines to boot: scenario files, faults, noise, what-if edits, and random machines from a seed. */
@NullMarked
package io.bootledger.simulator.scenario;

import org.jspecify.annotations.NullMarked;

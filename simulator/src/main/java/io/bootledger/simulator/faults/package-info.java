/** What a kernel prints around warnings, oopses and panics, by version and architecture. */
@NullMarked
package io.bootledger.simulator.faults;

import org.jspecify.annotations.NullMarked;

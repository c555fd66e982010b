/** What the kernel says of itself and its machine: versions, clocks, consoles, memory, its end. */
@NullMarked
package io.bootledger.traces.event.machine;

import org.jspecify.annotations.NullMarked;

/** What the kernel says of calls: initcalls, async calls, probes, modules. */
@NullMarked
package io.bootledger.traces.event.call;

import org.jspecify.annotations.NullMarked;

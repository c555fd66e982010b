/** Who speaks before the kernel and after it, a row for each. */
@NullMarked
package io.bootledger.traces.stage;

import org.jspecify.annotations.NullMarked;

/** Logs that are still being written: a growing file, a stream, and the display that follows them. */
@NullMarked
package io.bootledger.cli.live;

import org.jspecify.annotations.NullMarked;

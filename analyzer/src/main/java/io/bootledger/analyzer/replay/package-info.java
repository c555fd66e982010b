/** A boot in mid-boot: the stream up to a moment, and what was going on then. */
@NullMarked
package io.bootledger.analyzer.replay;

import org.jspecify.annotations.NullMarked;

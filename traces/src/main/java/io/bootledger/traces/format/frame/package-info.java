/** What stands around a kernel message on its line: the frames, listed and learnt, and what they say. */
@NullMarked
package io.bootledger.traces.format.frame;

import org.jspecify.annotations.NullMarked;

/**
 * How a log frames its lines. {@link io.bootledger.traces.format.LogReader} is the road: bytes, lines, records without their
 * frames, events of one boot after another. {@code Frames} lists the frames.
 */
@NullMarked
package io.bootledger.traces.format;

import org.jspecify.annotations.NullMarked;

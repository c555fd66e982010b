/**
 * What a boot trace is read from: a log, or the events themselves. {@link io.bootledger.traces.input.TraceReader} tells by content
 * which it is; everything that reads boots goes through it.
 */
@NullMarked
package io.bootledger.traces.input;

import org.jspecify.annotations.NullMarked;

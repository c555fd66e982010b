/**
 * The message table: what the kernel prints, one {@link io.bootledger.traces.message.Row} per kernel message, reading and writing side by
 * side. The table knows text only; how a log frames that text is the business of {@code format}.
 */
@NullMarked
package io.bootledger.traces.message;

import org.jspecify.annotations.NullMarked;

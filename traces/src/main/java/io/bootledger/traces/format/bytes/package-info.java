/** Bytes before they are records: compression, lines, carriage returns, ASCII. */
@NullMarked
package io.bootledger.traces.format.bytes;

import org.jspecify.annotations.NullMarked;

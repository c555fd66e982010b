/** What there is for speed only: lines read, cut and partly understood ahead of the reader, on other threads. */
@NullMarked
package io.bootledger.traces.format.ahead;

import org.jspecify.annotations.NullMarked;

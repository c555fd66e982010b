/** One axis from power-on to login: who ran when, before the kernel and after it, as one log tells it. */
@NullMarked
package io.bootledger.analyzer.axis;

import org.jspecify.annotations.NullMarked;

/** The commands, and everything that touches terminals, files, clock and environment. */
@NullMarked
package io.bootledger.cli;

import org.jspecify.annotations.NullMarked;

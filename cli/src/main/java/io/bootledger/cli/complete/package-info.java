/** What a shell may offer for the last word of a command line. */
@NullMarked
package io.bootledger.cli.complete;

import org.jspecify.annotations.NullMarked;
